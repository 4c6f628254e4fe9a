/** The outside world on one loopback port: stand-ins that speak real HTTP, with a ledger and scripted misbehaviour. */
@NullMarked
package dev.patchbay.sandbox;

import org.jspecify.annotations.NullMarked;
