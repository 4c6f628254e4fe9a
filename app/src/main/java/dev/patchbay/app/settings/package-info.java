/** Settings from the environment and {@code .env}, all problems of which are told at once. */
@NullMarked
package dev.patchbay.app.settings;

import org.jspecify.annotations.NullMarked;
