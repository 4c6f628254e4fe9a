/** {@code /user/merge}: one account out of two. */
@NullMarked
package dev.patchbay.adapter.web.merge;

import org.jspecify.annotations.NullMarked;
