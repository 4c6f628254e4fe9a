/** Spotify: the accounts service and the part of the Web API that says whose account it is. */
@NullMarked
package dev.patchbay.sandbox.spotify;

import org.jspecify.annotations.NullMarked;
