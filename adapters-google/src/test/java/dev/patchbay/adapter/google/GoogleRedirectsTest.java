package dev.patchbay.adapter.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.port.provider.RedirectTrap;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleRedirectsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://music.example.org/auth/google/callback",
                "http://localhost:8080/auth/google/callback",
                "http://127.0.0.1:8080/auth/google/callback",
                "http://[::1]:8080/auth/google/callback"
            })
    void what_google_takes_is_no_trap(URI redirectUri) {
        assertThat(GoogleRedirects.trap(redirectUri)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://music.example.org/auth/google/callback",
                "https://music.internal/auth/google/callback",
                "https://music/auth/google/callback",
                "https://192.0.2.7/auth/google/callback",
                "https://[2001:db8::1]/auth/google/callback"
            })
    void what_google_refuses_is_one_for_certain(URI redirectUri) {
        assertThat(GoogleRedirects.trap(redirectUri)).hasValueSatisfying(trap -> {
            assertThat(trap.isCertain()).isTrue();
            assertThat(trap).extracting(RedirectTrap::words).asString().startsWith("Google takes");
        });
    }
}
