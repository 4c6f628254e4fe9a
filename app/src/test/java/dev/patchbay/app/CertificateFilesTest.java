package dev.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.patchbay.domain.certificate.CertificateNames;
import dev.patchbay.domain.certificate.KeyAndChain;
import dev.patchbay.port.certificate.TestAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificate files that somebody else keeps. */
class CertificateFilesTest {
    private static final String NAME = "music.example";

    @TempDir
    Path folder;

    private final World world = World.usual();
    private final TestAuthority authority = new TestAuthority("Test Root", Instant.now());
    private final int http = World.freePort();
    private final int https = World.freePort();
    private final int management = World.freePort();

    @AfterEach
    void close() {
        world.close();
    }

    private Map<String, String> settings() {
        Map<String, String> settings = world.settings(folder);
        settings.put("PATCHBAY_BASE_URL", "https://" + NAME);
        settings.put("TLS_CERTIFICATE_FILE", folder.resolve("chain.pem").toString());
        settings.put("TLS_KEY_FILE", folder.resolve("key.pem").toString());
        settings.put("BIND_ADDRESS", "127.0.0.1");
        settings.put("HTTP_PORT", String.valueOf(http));
        settings.put("HTTPS_PORT", String.valueOf(https));
        settings.put("MANAGEMENT_PORT", String.valueOf(management));
        return settings;
    }

    private KeyAndChain written() throws IOException {
        KeyAndChain both = authority.issue(
                CertificateNames.of(NAME),
                Instant.now().minus(Duration.ofDays(1)),
                Instant.now().plus(Duration.ofDays(10)).plusSeconds(60));
        Files.writeString(folder.resolve("chain.pem"), both.chain().toPem());
        Files.writeString(
                folder.resolve("key.pem"),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(both.key().revealBytes())
                        + "\n-----END PRIVATE KEY-----\n");
        return both;
    }

    @Test
    void files_are_served_and_their_successors_without_a_restart() throws Exception {
        KeyAndChain first = written();
        try (Patchbay service = Patchbay.start(settings());
                TlsClient open = TlsClient.secure(https, NAME)) {
            assertThat(service.baseUrl()).isEqualTo(URI.create("https://" + NAME));
            assertThat(open.certificate()).isEqualTo(first.chain().leaf());
            assertThat(open.get("/auth/providers"))
                    .startsWith("HTTP/1.1 200")
                    .containsIgnoringCase("strict-transport-security");
            Browser probe = new Browser(URI.create("http://127.0.0.1:" + management));
            assertThat(probe.get("/health/live").status()).isEqualTo(200);
            assertThat(probe.get("/health").json().get("certificate"))
                    .isEqualTo(Map.of(
                            "status",
                            "VALID",
                            "daysLeft",
                            10,
                            "notAfter",
                            first.chain().notAfter().toString()));
            assertThat(probe.get("/metrics").body()).contains("patchbay_certificate_days_left 10.0");
            assertThat(open.get("/health/live")).as("not on the public port").startsWith("HTTP/1.1 404");

            KeyAndChain second = written();
            for (int i = 0; !TlsClient.shown(https, NAME).equals(second.chain().leaf()); i++) {
                assertThat(i).as("they are looked at every half minute").isLessThan(60);
                Thread.sleep(1000);
            }
            assertThat(open.get("/auth/providers")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void what_is_wrong_with_them_is_told_with_everything_else_and_nothing_starts() throws Exception {
        KeyAndChain first = written();
        written();
        Files.writeString(folder.resolve("chain.pem"), first.chain().toPem());
        Map<String, String> settings = settings();
        settings.put("JWT_SECRET", "secret");
        settings.put("DOMAIN", "other.example");

        StartRefused refused = catchThrowableOfType(StartRefused.class, () -> Patchbay.start(settings));

        assertThat(String.join("\n", refused.lines()))
                .contains(
                        "TLS_CERTIFICATE_FILE cannot be used: the private key is not the certificate's",
                        "JWT_SECRET",
                        "PATCHBAY_BASE_URL is at music.example, which is not in DOMAIN (other.example)");
    }

    @Test
    void a_port_that_is_taken_is_told_with_the_names_of_all() throws Exception {
        written();
        try (var taken = new ServerSocket(https, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> Patchbay.start(settings()))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("HTTPS_PORT " + taken.getLocalPort());
        }
    }
}
