/** Looks for secrets where none may be, however they may have been written. */
@NullMarked
package dev.patchbay.faults.hunt;

import org.jspecify.annotations.NullMarked;
