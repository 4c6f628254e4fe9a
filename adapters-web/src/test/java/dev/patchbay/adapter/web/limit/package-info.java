/** Counting. */
@NullMarked
package dev.patchbay.adapter.web.limit;

import org.jspecify.annotations.NullMarked;
