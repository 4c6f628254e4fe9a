package dev.patchbay.adapter.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.settings.GivenSettings;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebSettingsTest {
    private static final String GOOD = "nGk2v8Qx7Lr4Zp9Wb3Td6Yh1Js5Mf0Cu";

    @Test
    void nothing_has_to_be_set() {
        assertThat(read(GivenSettings.strict(Map.of())))
                .isEqualTo(new WebSettings(
                        URI.create("http://127.0.0.1:8080"),
                        URI.create("http://127.0.0.1:8080/"),
                        List.of(),
                        new TokenSigning.KeptKey(),
                        new SessionLife(Duration.ofDays(7))));
    }

    @Test
    void everything_can_be_set() {
        WebSettings settings = read(GivenSettings.strict(Map.of(
                "PATCHBAY_BASE_URL", "https://patchbay.example",
                "FRONTEND_URL", "https://app.example/music",
                "FRONTEND_ORIGINS", "https://a.example, https://b.example:8443/,http://localhost:3000",
                "JWT_SECRET", GOOD + GOOD.toLowerCase(java.util.Locale.ROOT),
                "JWT_ALGORITHM", "hs512",
                "JWT_EXPIRATION_DAYS", "30")));
        assertThat(settings)
                .isEqualTo(new WebSettings(
                        URI.create("https://patchbay.example"),
                        URI.create("https://app.example/music"),
                        List.of(
                                URI.create("https://a.example"),
                                URI.create("https://b.example:8443"),
                                URI.create("http://localhost:3000")),
                        new TokenSigning.SharedSecret(
                                "HS512", Secret.of(GOOD + GOOD.toLowerCase(java.util.Locale.ROOT))),
                        new SessionLife(Duration.ofDays(30))));
    }

    @Test
    void the_port_is_in_the_default_address() {
        assertThat(read(GivenSettings.strict(Map.of("PORT", "9000"))).baseUrl())
                .isEqualTo(URI.create("http://127.0.0.1:9000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sh0rt",
                "nGk2v8Qx7Lr4Zp9Wb3Td6Yh1Js5Mf0C",
                "pleaseChangeThisSecretForANewOne",
                "your-256-bit-secret-your-256-bit-secret",
                "a-string-secret-at-least-256-bits-long",
                "your-super-secret-jwt-token-with-at-least-32-characters-long",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "abcdefghijklmnopabcdefghijklmnop",
                "CHANGE_ME_nGk2v8Qx7Lr4Zp9Wb3Td6Yh1Js5Mf0Cu"
            })
    void weak_secrets_are_refused_without_repeating_them(String secret) {
        GivenSettings given = GivenSettings.of(Map.of("JWT_SECRET", secret));
        assertThat(read(given).signing()).isEqualTo(new TokenSigning.KeptKey());
        assertThat(given.problems())
                .singleElement()
                .asString()
                .startsWith("JWT_SECRET is ")
                .doesNotContain(secret);
    }

    @Test
    void an_algorithm_needs_its_secret_and_a_secret_its_length() {
        for (var odd : List.of(
                Map.of("JWT_ALGORITHM", "HS256"),
                Map.of("JWT_ALGORITHM", "RS256"),
                Map.of("JWT_ALGORITHM", "none"),
                Map.of("JWT_ALGORITHM", "none", "JWT_SECRET", GOOD),
                Map.of("JWT_ALGORITHM", "ES256", "JWT_SECRET", GOOD),
                Map.of("JWT_ALGORITHM", "HS384", "JWT_SECRET", GOOD),
                Map.of("JWT_ALGORITHM", "HS512", "JWT_SECRET", GOOD))) {
            GivenSettings given = GivenSettings.of(odd);
            assertThat(read(given).signing()).isEqualTo(new TokenSigning.KeptKey());
            assertThat(given.problems()).as("%s", odd).hasSize(1);
        }
        GivenSettings spelledOut = GivenSettings.strict(Map.of("JWT_ALGORITHM", "ES256"));
        assertThat(read(spelledOut).signing()).isEqualTo(new TokenSigning.KeptKey());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app.example", "http://app.example", "https://app.example/path", "https://*.example", "https://a b",
                "https://user@app.example", "https://app.example?x", "javascript:x", "null", "*"
            })
    void what_is_no_origin_is_a_problem(String origin) {
        GivenSettings given = GivenSettings.of(Map.of("FRONTEND_ORIGINS", origin));
        assertThat(read(given).frontendOrigins()).isEmpty();
        assertThat(given.problems()).singleElement().asString().startsWith("FRONTEND_ORIGINS ");
    }

    @Test
    void a_base_address_with_a_path_is_a_problem() {
        GivenSettings given = GivenSettings.of(Map.of("PATCHBAY_BASE_URL", "https://example.org/patchbay"));
        read(given);
        assertThat(given.problems()).singleElement().asString().startsWith("PATCHBAY_BASE_URL must not have a path");
    }

    @Test
    void the_address_is_the_first_name_of_the_certificate_unless_it_is_set() {
        Map<String, String> tls =
                Map.of("DOMAIN", "Music.Example, www.music.example", "ACME_EMAIL", "op@music.example");
        assertThat(read(GivenSettings.strict(tls)).baseUrl()).isEqualTo(URI.create("https://music.example"));

        Map<String, String> elsewhere = new HashMap<>(tls);
        elsewhere.put("HTTPS_PORT", "8443");
        assertThat(read(GivenSettings.strict(elsewhere)).baseUrl()).isEqualTo(URI.create("https://music.example:8443"));

        elsewhere.put("PATCHBAY_BASE_URL", "https://WWW.music.example");
        assertThat(read(GivenSettings.strict(elsewhere)).baseUrl()).isEqualTo(URI.create("https://WWW.music.example"));

        elsewhere.put("DOMAIN", "2001:DB8:0::7");
        elsewhere.remove("PATCHBAY_BASE_URL");
        assertThat(read(GivenSettings.strict(elsewhere)).baseUrl()).isEqualTo(URI.create("https://[2001:db8::7]:8443"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://music.example.org", "https://other.music.example", "http://127.0.0.1:8080"})
    void an_address_that_the_certificate_is_not_for_is_a_problem_that_names_both(String address) {
        GivenSettings given = GivenSettings.of(
                Map.of("DOMAIN", "music.example", "ACME_EMAIL", "op@music.example", "PATCHBAY_BASE_URL", address));
        read(given);
        assertThat(given.problems())
                .singleElement()
                .asString()
                .startsWith("PATCHBAY_BASE_URL is at " + URI.create(address).getHost())
                .contains("DOMAIN (music.example)");
    }

    private static WebSettings read(GivenSettings given) {
        return WebSettings.read(given, TlsSettings.read(given));
    }
}
