/** Seats in people's own apps: the owner's ledger, and the invited person's side of it. */
@NullMarked
package dev.patchbay.adapter.web.seat;

import org.jspecify.annotations.NullMarked;
