package dev.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.adapter.acme.NeedsPebble;
import dev.patchbay.adapter.acme.Pebble;
import dev.patchbay.adapter.persistence.MariaDbServer;
import dev.patchbay.domain.certificate.CertificateChain;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service fetches its certificate from an ACME server that is not ours, serves it and renews it. */
@NeedsPebble
class CertificateTest {
    private static final String NAME = "music.example.test";

    @TempDir
    Path folder;

    private Path pebbles;

    @BeforeEach
    void folders() throws IOException {
        pebbles = Files.createDirectory(folder.resolve("pebble"));
    }

    @Test
    void two_processes_serve_one_certificate_and_its_successor_while_connections_live_on() throws Exception {
        int http = World.freePort();
        int https = World.freePort();
        var habits = new Pebble.Habits().issuingFor(Duration.ofSeconds(150)).lookingAt(http);
        try (World world = World.usual();
                MariaDbServer database = MariaDbServer.start();
                Pebble pebble = Pebble.start(pebbles, habits)) {
            Map<String, String> one = settings(world, database.freshSchema(), pebble, http, https);
            one.put("DATABASE_USER", database.user());
            Map<String, String> two = new HashMap<>(one);
            two.put("HTTP_PORT", String.valueOf(World.freePort()));
            two.put("HTTPS_PORT", String.valueOf(World.freePort()));
            two.put("PATCHBAY_BASE_URL", "https://" + NAME + ":" + https);
            try (Patchbay first = Patchbay.start(one)) {
                assertThat(first.baseUrl()).isEqualTo(URI.create("https://" + NAME + ":" + https));
                X509Certificate issued = awaitIssued(https, BigInteger.ZERO);
                assertThat(issued.getIssuerX500Principal().getName()).contains("Pebble");
                assertThat(issued.getSubjectAlternativeNames())
                        .extracting(name -> name.get(1).toString())
                        .containsExactlyInAnyOrder(NAME, "www." + NAME);
                try (TlsClient open = TlsClient.secure(https, NAME);
                        Patchbay second = Patchbay.start(two)) {
                    int httpsOfSecond = Integer.parseInt(two.get("HTTPS_PORT"));
                    assertThat(second.baseUrl()).isEqualTo(first.baseUrl());
                    assertThat(TlsClient.shown(httpsOfSecond, NAME)).isEqualTo(issued);
                    assertRedirects(http, first.baseUrl());
                    assertRedirects(Integer.parseInt(two.get("HTTP_PORT")), first.baseUrl());
                    assertAnyProcessAnswers(one, two);

                    X509Certificate next = awaitIssued(https, issued.getSerialNumber(), open);

                    assertThat(awaitIssued(httpsOfSecond, issued.getSerialNumber(), open))
                            .isEqualTo(next);
                    assertThat(open.get("/auth/providers")).startsWith("HTTP/1.1 200");
                    assertThat(open.certificate()).isEqualTo(issued);
                }
            }
        }
    }

    @Test
    void while_the_authority_is_away_what_there_is_is_served_and_health_says_so() throws Exception {
        int http = World.freePort();
        int https = World.freePort();
        int management = World.freePort();
        var habits = new Pebble.Habits().issuingFor(Duration.ofSeconds(20)).lookingAt(http);
        try (World world = World.usual();
                Pebble pebble = Pebble.start(pebbles, habits)) {
            Map<String, String> settings =
                    settings(world, "jdbc:h2:file:" + folder.resolve("patchbay"), pebble, http, https);
            settings.put("MANAGEMENT_PORT", String.valueOf(management));
            Browser probe = new Browser(URI.create("http://127.0.0.1:" + management));
            try (Patchbay service = Patchbay.start(settings)) {
                X509Certificate issued = awaitIssued(https, BigInteger.ZERO);
                pebble.stop();
                assertThat(probe.get("/metrics").body()).contains("patchbay_certificate_days_left ");
                for (int i = 0; !probe.get("/health").body().contains("trouble"); i++) {
                    assertThat(i).as("a try fails within two minutes").isLessThan(120);
                    assertThat(TlsClient.shown(https, NAME)).isEqualTo(issued);
                    Thread.sleep(1000);
                }
                assertThat(probe.get("/health").status()).isEqualTo(200);
                assertThat(probe.get("/metrics").body()).contains("patchbay_certificate_trouble 1.0");
                assertThat(service.baseUrl().getHost()).isEqualTo(NAME);
            }
            // It has run out by now, and is still better than one that we made ourselves.
            try (Patchbay again = Patchbay.start(settings)) {
                assertThat(again.baseUrl().getHost()).isEqualTo(NAME);
                assertThat(TlsClient.shown(https, NAME).getIssuerX500Principal().getName())
                        .contains("Pebble");
                assertThat(probe.get("/health").body()).contains("EXPIRED");
            }
        }
    }

    private Map<String, String> settings(World world, String database, Pebble pebble, int http, int https)
            throws IOException {
        Path root = folder.resolve("pebble-root.pem");
        Files.writeString(root, new CertificateChain(List.of(pebble.root())).toPem());
        Map<String, String> settings = world.settings(database);
        settings.remove("PATCHBAY_BASE_URL");
        settings.put("DOMAIN", NAME + ", www." + NAME);
        settings.put("ACME_EMAIL", "operator@" + NAME);
        settings.put("ACME_DIRECTORY_URL", pebble.directory().toString());
        settings.put("ACME_CA_CERTIFICATE", root.toString());
        // Nobody's name server but Pebble's knows the name.
        settings.put("ACME_SELF_CHECK", "off");
        settings.put("BIND_ADDRESS", "127.0.0.1");
        settings.put("HTTP_PORT", String.valueOf(http));
        settings.put("HTTPS_PORT", String.valueOf(https));
        return settings;
    }

    /** What is shown once it is neither the placeholder nor the one with that number. Open connections go on meanwhile. */
    private static X509Certificate awaitIssued(int port, BigInteger before, TlsClient... open)
            throws IOException, InterruptedException {
        for (int i = 0; i < 180; i++) {
            X509Certificate shown = TlsClient.shown(port, NAME);
            if (!shown.getIssuerX500Principal().equals(shown.getSubjectX500Principal())
                    && !shown.getSerialNumber().equals(before)) {
                return shown;
            }
            for (TlsClient client : open) {
                assertThat(client.get("/auth/providers")).startsWith("HTTP/1.1 200");
            }
            Thread.sleep(1000);
        }
        throw new AssertionError("there is no new certificate after three minutes");
    }

    private static void assertRedirects(int http, URI there) throws IOException {
        try (TlsClient plain = TlsClient.plain(http, "evil.example")) {
            assertThat(plain.get("/docs?a=%20b&c").lines())
                    .contains("HTTP/1.1 308 Permanent Redirect")
                    .anyMatch(line -> line.equalsIgnoreCase("location: " + there + "/docs?a=%20b&c"));
        }
    }

    @SafeVarargs
    private static void assertAnyProcessAnswers(Map<String, String>... processes) throws Exception {
        Map<String, String> any = processes[0];
        try (var connection = DriverManager.getConnection(
                        any.get("DATABASE_URL").replace("jdbc:mariadb:", "jdbc:mysql:"), any.get("DATABASE_USER"), "");
                var insert = connection.prepareStatement(
                        "INSERT INTO acme_challenge (token, key_authorization, expires_at) VALUES (?, ?, ?)")) {
            insert.setString(1, "a-token");
            insert.setString(2, "a-token.a-thumbprint");
            insert.setString(3, "2100-01-01 00:00:00");
            assertThat(insert.executeUpdate()).isEqualTo(1);
        }
        for (Map<String, String> process : processes) {
            try (TlsClient plain = TlsClient.plain(Integer.parseInt(process.get("HTTP_PORT")), NAME)) {
                assertThat(plain.get("/.well-known/acme-challenge/a-token"))
                        .startsWith("HTTP/1.1 200")
                        .endsWith("\r\n\r\na-token.a-thumbprint");
                assertThat(plain.get("/.well-known/acme-challenge/b-token")).startsWith("HTTP/1.1 404");
            }
        }
    }
}
