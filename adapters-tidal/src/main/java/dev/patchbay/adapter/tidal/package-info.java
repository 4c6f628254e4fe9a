/** TIDAL as a music platform that people connect. */
@NullMarked
package dev.patchbay.adapter.tidal;

import org.jspecify.annotations.NullMarked;
