package dev.patchbay.adapter.soundcloud;

import dev.patchbay.oauth.OAuthEndpoints;
import dev.patchbay.port.settings.Settings;
import java.net.URI;

/**
 * Where SoundCloud is.
 *
 * @param auth {@code SOUNDCLOUD_AUTH_URL}: consent, tokens and sign-out
 * @param api {@code SOUNDCLOUD_API_URL}
 */
record SoundCloudSettings(URI auth, URI api) {
    static SoundCloudSettings read(Settings settings) {
        return new SoundCloudSettings(
                settings.url("SOUNDCLOUD_AUTH_URL", URI.create("https://secure.soundcloud.com")),
                settings.url("SOUNDCLOUD_API_URL", URI.create("https://api.soundcloud.com")));
    }

    /** The secret goes into the form, as the guide has it. */
    OAuthEndpoints endpoints() {
        return OAuthEndpoints.of(authorize(), token()).withSecretInBody();
    }

    /** For a token of the app's own the secret goes into the header, and nowhere else. */
    OAuthEndpoints endpointsForItself() {
        return OAuthEndpoints.of(authorize(), token());
    }

    private URI authorize() {
        return URI.create(auth + "/authorize");
    }

    private URI token() {
        return URI.create(auth + "/oauth/token");
    }

    URI signOut() {
        return URI.create(auth + "/sign-out");
    }

    URI profile() {
        return URI.create(api + "/me");
    }
}
