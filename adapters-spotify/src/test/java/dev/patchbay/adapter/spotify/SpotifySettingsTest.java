package dev.patchbay.adapter.spotify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.port.settings.GivenSettings;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpotifySettingsTest {
    @Test
    void without_settings_it_is_the_real_spotify() {
        SpotifySettings settings = SpotifySettings.read(GivenSettings.strict(Map.of()));

        assertThat(settings)
                .isEqualTo(new SpotifySettings(
                        URI.create("https://accounts.spotify.com"), URI.create("https://api.spotify.com/v1")));
        assertThat(settings.endpoints().authorization()).hasToString("https://accounts.spotify.com/authorize");
        assertThat(settings.endpoints().token()).hasToString("https://accounts.spotify.com/api/token");
        assertThat(settings.profile()).hasToString("https://api.spotify.com/v1/me");
    }

    @Test
    void a_stand_in_is_named_by_two_addresses() {
        assertThat(SpotifySettings.read(GivenSettings.strict(Map.of(
                        "SPOTIFY_ACCOUNTS_URL", "http://127.0.0.1:1/accounts",
                        "SPOTIFY_API_URL", "http://127.0.0.1:1/api"))))
                .isEqualTo(new SpotifySettings(
                        URI.create("http://127.0.0.1:1/accounts"), URI.create("http://127.0.0.1:1/api")));
    }
}
