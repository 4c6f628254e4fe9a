package dev.patchbay.adapter.lastfm;

import dev.patchbay.port.settings.Settings;
import java.net.URI;

/**
 * Where Last.fm is.
 *
 * @param auth {@code LASTFM_AUTH_URL}: where people allow an app
 * @param api {@code LASTFM_API_URL}: where calls go
 */
record LastfmSettings(URI auth, URI api) {
    static LastfmSettings read(Settings settings) {
        return new LastfmSettings(
                settings.url("LASTFM_AUTH_URL", URI.create("https://www.last.fm/api/auth")),
                settings.url("LASTFM_API_URL", URI.create("https://ws.audioscrobbler.com/2.0")));
    }

    /** Last.fm's own addresses end with a slash; settings never do. */
    URI page() {
        return URI.create(auth + "/");
    }

    URI root() {
        return URI.create(api + "/");
    }
}
