package dev.patchbay.adapter.google;

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
class GoogleBeansTest {
    @Inject
    List<IdentityProvider> identityProviders;

    @Inject
    List<MusicPlatform> musicPlatforms;

    @Inject
    List<ModuleSettings> moduleSettings;

    @Test
    void whoever_collects_identity_providers_finds_google_once() {
        assertThat(identityProviders)
                .extracting(provider -> provider.id().value())
                .containsExactly("google");
        assertThat(musicPlatforms).isEmpty();
    }

    @Test
    void whoever_collects_settings_finds_where_google_is() {
        assertThat(moduleSettings).containsExactly(new GoogleSettings(URI.create("https://issuer.example")));
    }

    /** What the service brings. */
    @Factory
    static class Service {
        @Singleton
        Settings settings() {
            return GivenSettings.strict(Map.of("GOOGLE_ISSUER", "https://issuer.example"));
        }

        @Singleton
        Clock clock() {
            return SteppingClock.atNow();
        }
    }
}
