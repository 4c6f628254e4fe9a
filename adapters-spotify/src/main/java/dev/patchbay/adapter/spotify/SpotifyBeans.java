package dev.patchbay.adapter.spotify;

import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.port.settings.Settings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Offers Spotify to whoever collects music platforms. */
@Factory
class SpotifyBeans {
    @Singleton
    SpotifySettings settings(Settings settings) {
        return SpotifySettings.read(settings);
    }

    @Singleton
    SpotifyPlatform spotify(GuardedHttp http, SpotifySettings settings) {
        return new SpotifyPlatform(http, settings);
    }
}
