/** Last.fm: the page where people allow an app, and the signed calls. */
@NullMarked
package dev.patchbay.sandbox.lastfm;

import org.jspecify.annotations.NullMarked;
