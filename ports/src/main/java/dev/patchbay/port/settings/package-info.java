/** How a module reads its settings. */
@NullMarked
package dev.patchbay.port.settings;

import org.jspecify.annotations.NullMarked;
