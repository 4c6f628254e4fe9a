/** Spotify as a music platform that people connect. */
@NullMarked
package dev.patchbay.adapter.spotify;

import org.jspecify.annotations.NullMarked;
