/** Finds the modules with providers, on the class path and in the plug-in folder, and keeps each to what is its own. */
@NullMarked
package dev.patchbay.app.provider;

import org.jspecify.annotations.NullMarked;
