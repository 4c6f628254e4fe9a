/** Sending somebody to a provider, and letting them come back. */
@NullMarked
package dev.patchbay.usecase.attempt;

import org.jspecify.annotations.NullMarked;
