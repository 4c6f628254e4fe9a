/** SoundCloud: OAuth 2.1 with refresh tokens that are good once. */
@NullMarked
package dev.patchbay.adapter.soundcloud;

import org.jspecify.annotations.NullMarked;
