/** Makes {@code docs/providers.md} from what providers declare and what their contracts saw. */
@NullMarked
package dev.patchbay.architecture.providers;

import org.jspecify.annotations.NullMarked;
