package dev.patchbay.adapter.acme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.certificate.TestAuthority;
import dev.patchbay.port.settings.GivenSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcmeSettingsTest {
    private static final String HMAC = "zWNDZM6eQGHWpSRTPal5eIUYFTu7EajVIoguysqZ9wG44nMEtx3MUAsUDkMTQ12W";

    @TempDir
    Path folder;

    @Test
    void without_any_it_is_lets_encrypt_with_its_staging() {
        assertThat(AcmeSettings.read(GivenSettings.strict(Map.of())))
                .isEqualTo(new AcmeSettings(
                        List.of(new AcmeDirectory(AcmeSettings.LETS_ENCRYPT, Optional.empty(), Optional.empty())),
                        Optional.of(new AcmeDirectory(
                                AcmeSettings.LETS_ENCRYPT_STAGING, Optional.empty(), Optional.empty())),
                        Optional.empty(),
                        List.of(),
                        true));
    }

    @Test
    void all_of_them_are_read() throws IOException {
        var authority = new TestAuthority("Private Root", Instant.now());
        Path file = folder.resolve("root.pem");
        Files.writeString(file, authority.own().chain().toPem());

        AcmeSettings settings = AcmeSettings.read(GivenSettings.strict(Map.ofEntries(
                Map.entry("ACME_DIRECTORY_URL", "https://ca.example/directory"),
                Map.entry("ACME_EAB_KEY_ID", "kid-1"),
                Map.entry("ACME_EAB_HMAC", HMAC),
                Map.entry("ACME_FALLBACK_DIRECTORY_URL", "https://other.example/directory"),
                Map.entry("ACME_FALLBACK_EAB_KEY_ID", "kid-2"),
                Map.entry("ACME_FALLBACK_EAB_HMAC", HMAC),
                Map.entry("ACME_STAGING_DIRECTORY_URL", "https://staging.example/directory"),
                Map.entry("ACME_PROFILE", "shortlived"),
                Map.entry("ACME_EMAIL", "ops@example.org"),
                Map.entry("ACME_CA_CERTIFICATE", file.toString()),
                Map.entry("ACME_SELF_CHECK", "off"))));

        Optional<String> profile = Optional.of("shortlived");
        assertThat(settings)
                .isEqualTo(new AcmeSettings(
                        List.of(
                                new AcmeDirectory(
                                        URI.create("https://ca.example/directory"),
                                        Optional.of(new ExternalAccount("kid-1", Secret.of(HMAC))),
                                        profile),
                                new AcmeDirectory(
                                        URI.create("https://other.example/directory"),
                                        Optional.of(new ExternalAccount("kid-2", Secret.of(HMAC))),
                                        profile)),
                        Optional.of(new AcmeDirectory(
                                URI.create("https://staging.example/directory"), Optional.empty(), profile)),
                        Optional.of("ops@example.org"),
                        List.of(authority.root()),
                        false));
        assertThat(settings.toString()).doesNotContain(HMAC);
    }

    @Test
    void another_directory_has_no_staging_by_itself() {
        assertThat(AcmeSettings.read(GivenSettings.strict(Map.of("ACME_DIRECTORY_URL", "https://ca.example/directory")))
                        .staging())
                .isEmpty();
    }

    @Test
    void the_name_that_certbot_has_for_the_address_is_understood() {
        assertThat(AcmeSettings.read(GivenSettings.strict(Map.of("CERTBOT_EMAIL", "ops@example.org")))
                        .email())
                .contains("ops@example.org");
    }

    @ParameterizedTest
    @CsvSource({
        "ACME_EAB_KEY_ID, kid-1, ACME_EAB_HMAC is missing",
        "ACME_EAB_HMAC, " + HMAC + ", ACME_EAB_KEY_ID is missing",
        "ACME_EAB_HMAC, not+base64url/, is not a key in base64url",
        "ACME_EAB_HMAC, c2hvcnQ, is not a key in base64url",
        "ACME_EMAIL, nobody, is not an e-mail address",
        "ACME_CA_CERTIFICATE, no/such/file, is not a file with certificates",
        "ACME_PROFILE, a b, is not the name of a profile",
        "ACME_SELF_CHECK, perhaps, is neither on nor off",
        "ACME_FALLBACK_DIRECTORY_URL, https://acme-v02.api.letsencrypt.org/directory, is the same as",
    })
    void what_is_wrong_is_told(String name, String value, String told) {
        GivenSettings settings = GivenSettings.of(Map.of(name, value));

        AcmeSettings.read(settings);

        assertThat(settings.problems()).anySatisfy(problem -> assertThat(problem)
                .contains(told)
                .contains(name.startsWith("ACME_EAB") ? "ACME_EAB" : name)
                .doesNotContain(HMAC));
    }
}
