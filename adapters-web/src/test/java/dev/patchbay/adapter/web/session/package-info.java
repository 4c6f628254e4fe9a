/** Tests of this package. */
@NullMarked
package dev.patchbay.adapter.web.session;

import org.jspecify.annotations.NullMarked;
