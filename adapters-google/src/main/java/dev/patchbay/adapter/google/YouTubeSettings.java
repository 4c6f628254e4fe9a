package dev.patchbay.adapter.google;

import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.oauth.OAuthEndpoints;
import dev.patchbay.oauth.Whereabouts;
import dev.patchbay.port.settings.Settings;
import java.net.URI;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * Where YouTube is, and the Google that its tokens come from.
 *
 * @param issuer {@code YOUTUBE_AUTH_ISSUER}; the real one unless a stand-in is used
 * @param api {@code YOUTUBE_API_URL}: the Data API, its version included
 */
record YouTubeSettings(URI issuer, URI api) {
    static YouTubeSettings read(Settings settings) {
        return new YouTubeSettings(
                settings.url("YOUTUBE_AUTH_ISSUER", GoogleSettings.REAL_ISSUER),
                settings.url("YOUTUBE_API_URL", URI.create("https://www.googleapis.com/youtube/v3")));
    }

    /** Google's own addresses are known; those of a stand-in are what its metadata says. */
    Supplier<Whereabouts> whereabouts(GuardedHttp http, Clock clock) {
        if (!issuer.equals(GoogleSettings.REAL_ISSUER)) {
            return Whereabouts.discovered(http, clock, issuer);
        }
        Whereabouts known = new Whereabouts.Known(OAuthEndpoints.of(
                        URI.create("https://accounts.google.com/o/oauth2/v2/auth"),
                        URI.create("https://oauth2.googleapis.com/token"))
                .withRevocation(URI.create("https://oauth2.googleapis.com/revoke"))
                .withSecretInBody());
        return () -> known;
    }

    URI profile() {
        return URI.create(api + "/channels?part=snippet&mine=true");
    }
}
