/** Chaining what happened, and showing that nobody changed it since. */
@NullMarked
package dev.patchbay.usecase.audit;

import org.jspecify.annotations.NullMarked;
