/** One pending authorization round trip, the proofs that end it, and the handoff that carries its end. */
@NullMarked
package dev.patchbay.domain.attempt;

import org.jspecify.annotations.NullMarked;
