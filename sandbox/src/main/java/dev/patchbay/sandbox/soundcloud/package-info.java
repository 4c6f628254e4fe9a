/** SoundCloud: OAuth 2.1 with refresh tokens that are good once, the part of the API that says whose account it is, and sign-out. */
@NullMarked
package dev.patchbay.sandbox.soundcloud;

import org.jspecify.annotations.NullMarked;
