package dev.patchbay.adapter.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.oauth.TestSettings;
import dev.patchbay.port.provider.IdentityProvider;
import dev.patchbay.port.settings.ModuleSettings;
import dev.patchbay.port.settings.Settings;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoogleBeansTest {
    @Test
    void without_settings_it_is_the_real_google() {
        assertThat(GoogleSettings.read(new TestSettings(Map.of())))
                .isEqualTo(new GoogleSettings(URI.create("https://accounts.google.com")));
    }

    @Test
    void a_stand_in_is_named_by_its_issuer() {
        assertThat(GoogleSettings.read(new TestSettings(Map.of("GOOGLE_ISSUER", "http://127.0.0.1:9400/google"))))
                .isEqualTo(new GoogleSettings(URI.create("http://127.0.0.1:9400/google")));
    }

    @Test
    void being_on_the_class_path_is_being_registered() {
        try (ApplicationContext context =
                ApplicationContext.builder().singletons(Clock.systemUTC()).build()) {
            context.registerSingleton(Settings.class, new TestSettings(Map.of()));
            context.start();

            assertThat(context.getBeansOfType(IdentityProvider.class))
                    .singleElement()
                    .isInstanceOf(GoogleIdentity.class);
            assertThat(context.getBeansOfType(ModuleSettings.class)).hasSize(1);
        }
    }
}
