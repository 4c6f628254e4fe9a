/** Log lines. */
@NullMarked
package dev.patchbay.app.logging;

import org.jspecify.annotations.NullMarked;
