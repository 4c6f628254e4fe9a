/** The whole service over real HTTP, with the sandbox as the outside world. */
@NullMarked
package dev.patchbay.app;

import org.jspecify.annotations.NullMarked;
