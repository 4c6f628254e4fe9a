package dev.patchbay.adapter.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.adapter.web.settings.TlsSettings.CertificateSource;
import dev.patchbay.domain.certificate.CertificateNames;
import dev.patchbay.port.settings.GivenSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsSettingsTest {
    private static final Map<String, String> ACME = Map.of("DOMAIN", "music.example", "ACME_EMAIL", "op@music.example");

    @Test
    void without_any_of_them_tls_ends_elsewhere() {
        TlsSettings read = TlsSettings.read(GivenSettings.strict(Map.of()));
        assertThat(read).isEqualTo(new TlsSettings(new CertificateSource.Elsewhere(), 80, 443));
        assertThat(read.isOn()).isFalse();
    }

    @Test
    void a_domain_and_an_address_have_an_authority_issue_it() {
        assertThat(TlsSettings.read(GivenSettings.strict(Map.of(
                        "DOMAIN", "music.example,www.music.example",
                        "CERTBOT_EMAIL", "op@music.example",
                        "HTTP_PORT", "8000",
                        "HTTPS_PORT", "8443"))))
                .isEqualTo(new TlsSettings(
                        new CertificateSource.Acme(CertificateNames.of("music.example", "www.music.example")),
                        8000,
                        8443));
    }

    @Test
    void own_files_are_taken_in_place_of_an_authority() {
        assertThat(TlsSettings.read(GivenSettings.strict(Map.of(
                                "DOMAIN", "music.example",
                                "ACME_EMAIL", "op@music.example",
                                "TLS_CERTIFICATE_FILE", "chain.pem",
                                "TLS_KEY_FILE", "key.pem")))
                        .certificate())
                .isEqualTo(new CertificateSource.Files(
                        CertificateNames.of("music.example"), Path.of("chain.pem"), Path.of("key.pem")));
    }

    @Test
    void own_files_are_for_the_public_address_where_no_domain_is_set() {
        assertThat(TlsSettings.read(GivenSettings.strict(Map.of(
                                "PATCHBAY_BASE_URL", "https://music.example:8443",
                                "TLS_CERTIFICATE_FILE", "chain.pem",
                                "TLS_KEY_FILE", "key.pem")))
                        .names())
                .contains(CertificateNames.of("music.example"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        DOMAIN               | *.music.example
        DOMAIN               | https://music.example
        DOMAIN               | music.example:8443
        DOMAIN               | a..b
        DOMAIN               | ''
        ACME_EMAIL           | ''
        TLS_CERTIFICATE_FILE | chain.pem
        TLS_KEY_FILE         | key.pem
        HTTP_PORT            | 0
        HTTPS_PORT           | 65536
        HTTPS_PORT           | 80
        MANAGEMENT_PORT      | 443
        MANAGEMENT_PORT      | 80
        """)
    void what_does_not_go_together_is_one_problem(String name, String value) {
        Map<String, String> settings = new HashMap<>(ACME);
        settings.put(name, value);
        GivenSettings given = GivenSettings.of(settings);

        TlsSettings.read(given);

        assertThat(given.problems()).singleElement().asString().contains(name);
    }

    @Test
    void files_without_a_name_are_a_problem() {
        GivenSettings given = GivenSettings.of(Map.of("TLS_CERTIFICATE_FILE", "chain.pem", "TLS_KEY_FILE", "key.pem"));

        assertThat(TlsSettings.read(given).isOn()).isFalse();

        assertThat(given.problems()).singleElement().asString().startsWith("DOMAIN is missing");
    }
}
