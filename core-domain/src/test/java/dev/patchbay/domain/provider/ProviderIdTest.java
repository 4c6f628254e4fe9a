package dev.patchbay.domain.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.patchbay.domain.clientapp.ClientAppId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderIdTest {

    @Test
    void a_provider_is_named_in_lower_case_and_its_settings_in_upper() {
        assertThat(ProviderId.parse("lastfm").orElseThrow().settingsPrefix()).isEqualTo("LASTFM");
        assertThat(ProviderId.parse("a" + "b".repeat(31))).isPresent();
        assertThat(new ProviderId("google")).isLessThan(new ProviderId("spotify"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "Spotify",
                "spotify ",
                "spot-ify",
                "spot_ify",
                "1spotify",
                "../spotify",
                "spotify/",
                "spotify\n",
                "spotify%00",
                "ſpotify",
                "abcdefghijklmnopqrstuvwxyz0123456"
            })
    void no_provider_can_be_called_anything_else(String text) {
        assertThat(ProviderId.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new ProviderId(text));
    }

    @Test
    void a_client_app_is_named_by_provider_and_client_id() {
        var spotify = new ProviderId("spotify");

        assertThat(new ClientAppId(spotify, "abc")).hasToString("spotify:abc");
        assertThat(new ClientAppId(spotify, "x".repeat(255)).clientId()).hasSize(255);
        assertThatIllegalArgumentException().isThrownBy(() -> new ClientAppId(spotify, " "));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClientAppId(spotify, "x".repeat(256)));
    }
}
