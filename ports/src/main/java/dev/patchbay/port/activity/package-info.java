/** Where an account's audit trail is kept. */
@NullMarked
package dev.patchbay.port.activity;

import org.jspecify.annotations.NullMarked;
