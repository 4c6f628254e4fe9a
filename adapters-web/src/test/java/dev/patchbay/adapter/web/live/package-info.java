/** Tests of this package. */
@NullMarked
package dev.patchbay.adapter.web.live;

import org.jspecify.annotations.NullMarked;
