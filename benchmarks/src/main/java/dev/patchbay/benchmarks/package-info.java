/** Ratios of two things measured in one run on one machine; never absolute times, never assertions. */
@NullMarked
package dev.patchbay.benchmarks;

import org.jspecify.annotations.NullMarked;
