package dev.patchbay.adapter.spotify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.port.SteppingClock;
import dev.patchbay.port.provider.IdentityProvider;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.port.settings.GivenSettings;
import dev.patchbay.port.settings.ModuleSettings;
import dev.patchbay.port.settings.Settings;
import io.micronaut.context.annotation.Factory;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Registration is presence: nothing is wired here but what the service brings. */
@MicronautTest(startApplication = false)
class SpotifyBeansTest {
    @Inject
    List<MusicPlatform> musicPlatforms;

    @Inject
    List<IdentityProvider> identityProviders;

    @Inject
    List<ModuleSettings> moduleSettings;

    @Test
    void whoever_collects_music_platforms_finds_spotify_once() {
        assertThat(musicPlatforms).extracting(platform -> platform.id().value()).containsExactly("spotify");
        assertThat(identityProviders).isEmpty();
    }

    @Test
    void whoever_collects_settings_finds_where_spotify_is() {
        assertThat(moduleSettings)
                .containsExactly(new SpotifySettings(
                        URI.create("https://accounts.example"), URI.create("https://api.example/v1")));
    }

    /** What the service brings. */
    @Factory
    static class Service {
        @Singleton
        Settings settings() {
            return GivenSettings.strict(Map.of(
                    "SPOTIFY_ACCOUNTS_URL", "https://accounts.example", "SPOTIFY_API_URL", "https://api.example/v1"));
        }

        @Singleton
        Clock clock() {
            return SteppingClock.atNow();
        }
    }
}
