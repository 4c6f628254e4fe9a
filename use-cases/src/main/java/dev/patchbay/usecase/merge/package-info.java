/** Making one account out of two that one person has. */
@NullMarked
package dev.patchbay.usecase.merge;

import org.jspecify.annotations.NullMarked;
