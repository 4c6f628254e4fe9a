package dev.patchbay.adapter.spotify;

import dev.patchbay.oauth.OAuthEndpoints;
import dev.patchbay.port.settings.Settings;
import java.net.URI;

/**
 * Where Spotify is.
 *
 * @param accounts {@code SPOTIFY_ACCOUNTS_URL}: consent and tokens
 * @param api {@code SPOTIFY_API_URL}: the Web API, its version included
 * @param console {@code SPOTIFY_CONSOLE_URL}: where people register apps
 */
record SpotifySettings(URI accounts, URI api, URI console) {
    /** With the real developer dashboard. */
    SpotifySettings(URI accounts, URI api) {
        this(accounts, api, SpotifyFacts.DESCRIPTOR.console());
    }

    static SpotifySettings read(Settings settings) {
        return new SpotifySettings(
                settings.url("SPOTIFY_ACCOUNTS_URL", URI.create("https://accounts.spotify.com")),
                settings.url("SPOTIFY_API_URL", URI.create("https://api.spotify.com/v1")),
                settings.url("SPOTIFY_CONSOLE_URL", SpotifyFacts.DESCRIPTOR.console()));
    }

    OAuthEndpoints endpoints() {
        return OAuthEndpoints.of(URI.create(accounts + "/authorize"), URI.create(accounts + "/api/token"));
    }

    URI profile() {
        return URI.create(api + "/me");
    }
}
