package dev.patchbay.adapter.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.port.settings.GivenSettings;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoogleSettingsTest {
    @Test
    void without_settings_it_is_the_real_google() {
        assertThat(GoogleSettings.read(GivenSettings.strict(Map.of())))
                .isEqualTo(new GoogleSettings(URI.create("https://accounts.google.com")));
    }

    @Test
    void a_stand_in_is_named_by_its_issuer() {
        assertThat(GoogleSettings.read(GivenSettings.strict(Map.of("GOOGLE_ISSUER", "http://127.0.0.1:9400/google"))))
                .isEqualTo(new GoogleSettings(URI.create("http://127.0.0.1:9400/google")));
    }
}
