/** What operators look at and bring in by hand. Nothing here shows a secret. */
@NullMarked
package dev.patchbay.usecase.operator;

import org.jspecify.annotations.NullMarked;
