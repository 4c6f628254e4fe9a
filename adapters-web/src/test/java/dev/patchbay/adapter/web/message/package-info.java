/** Tests of this package. */
@NullMarked
package dev.patchbay.adapter.web.message;

import org.jspecify.annotations.NullMarked;
