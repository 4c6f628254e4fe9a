/** Two accounts of one person becoming one: what proves it, what moves, and what there is no room for. */
@NullMarked
package dev.patchbay.domain.merge;

import org.jspecify.annotations.NullMarked;
