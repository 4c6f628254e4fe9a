package dev.patchbay.adapter.tidal;

import dev.patchbay.oauth.OAuthEndpoints;
import dev.patchbay.port.settings.Settings;
import java.net.URI;

/**
 * Where TIDAL is.
 *
 * @param login {@code TIDAL_LOGIN_URL}: consent
 * @param auth {@code TIDAL_AUTH_URL}: tokens
 * @param api {@code TIDAL_API_URL}: the API, its version included
 */
record TidalSettings(URI login, URI auth, URI api) {
    static TidalSettings read(Settings settings) {
        return new TidalSettings(
                settings.url("TIDAL_LOGIN_URL", URI.create("https://login.tidal.com")),
                settings.url("TIDAL_AUTH_URL", URI.create("https://auth.tidal.com/v1/oauth2")),
                settings.url("TIDAL_API_URL", URI.create("https://openapi.tidal.com/v2")));
    }

    OAuthEndpoints endpoints() {
        return OAuthEndpoints.of(URI.create(login + "/authorize"), URI.create(auth + "/token"));
    }

    URI profile() {
        return URI.create(api + "/users/me");
    }
}
