package dev.patchbay.app;

import static dev.patchbay.app.Certified.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.adapter.acme.NeedsPebble;
import dev.patchbay.adapter.acme.Pebble;
import dev.patchbay.adapter.persistence.MariaDbServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service fetches its certificate from an ACME server that is not ours, serves it and renews it. */
@NeedsPebble
class CertificateTest {
    @TempDir
    Path folder;

    @Test
    void two_processes_serve_one_certificate_and_its_successor_while_connections_live_on() throws Exception {
        int http = World.freePort();
        int https = World.freePort();
        var habits = new Pebble.Habits().issuingFor(Duration.ofSeconds(100)).lookingAt(http);
        try (World world = World.usual();
                MariaDbServer database = MariaDbServer.start();
                Pebble pebble = Pebble.start(Certified.in(folder), habits)) {
            Map<String, String> one = Certified.settings(folder, world, database.freshSchema(), pebble, http, https);
            one.put("DATABASE_USER", database.user());
            Map<String, String> two = new HashMap<>(one);
            two.put("HTTP_PORT", String.valueOf(World.freePort()));
            two.put("HTTPS_PORT", String.valueOf(World.freePort()));
            two.put("PATCHBAY_BASE_URL", "https://" + NAME + ":" + https);
            try (Patchbay first = Patchbay.start(one)) {
                assertThat(first.baseUrl()).isEqualTo(URI.create("https://" + NAME + ":" + https));
                X509Certificate issued = Certified.awaitIssued(https, BigInteger.ZERO);
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

                    X509Certificate next = Certified.awaitIssued(https, issued.getSerialNumber(), open);

                    assertThat(Certified.awaitIssued(httpsOfSecond, issued.getSerialNumber(), open))
                            .isEqualTo(next);
                    assertThat(open.get("/auth/providers")).startsWith("HTTP/1.1 200");
                    assertThat(open.certificate()).isEqualTo(issued);
                }
            }
        }
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
