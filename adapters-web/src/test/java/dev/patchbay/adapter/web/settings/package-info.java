/** Tests of this package. */
@NullMarked
package dev.patchbay.adapter.web.settings;

import org.jspecify.annotations.NullMarked;
