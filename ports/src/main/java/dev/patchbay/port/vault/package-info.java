/** Sealing and opening secrets, and keeping the keys that do it. */
@NullMarked
package dev.patchbay.port.vault;

import org.jspecify.annotations.NullMarked;
