/** Plug-ins as strangers make them: compiled and packed by the test. */
@NullMarked
package dev.patchbay.app.provider;

import org.jspecify.annotations.NullMarked;
