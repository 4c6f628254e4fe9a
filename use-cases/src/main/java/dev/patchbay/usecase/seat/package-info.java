/** Seats in people's own apps: offered, looked at, taken and ended. */
@NullMarked
package dev.patchbay.usecase.seat;

import org.jspecify.annotations.NullMarked;
