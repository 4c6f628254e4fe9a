/** What stand-ins have in common: people, clients, faults, rotation, and the authorization-code flow. */
@NullMarked
package dev.patchbay.sandbox.party;

import org.jspecify.annotations.NullMarked;
