/** The sandbox over real HTTP. */
@NullMarked
package dev.patchbay.sandbox;

import org.jspecify.annotations.NullMarked;
