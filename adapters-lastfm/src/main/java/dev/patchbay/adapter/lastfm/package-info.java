/** Last.fm: signed calls and a session key without end, where others have OAuth. */
@NullMarked
package dev.patchbay.adapter.lastfm;

import org.jspecify.annotations.NullMarked;
