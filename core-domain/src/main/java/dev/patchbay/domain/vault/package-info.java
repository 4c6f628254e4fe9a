/** Secrets that cannot print, and what they look like sealed. */
@NullMarked
package dev.patchbay.domain.vault;

import org.jspecify.annotations.NullMarked;
