package dev.patchbay.app;

import static dev.patchbay.app.Certified.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.adapter.acme.NeedsPebble;
import dev.patchbay.adapter.acme.Pebble;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The certificate authority does not answer when the certificate should be renewed. */
@NeedsPebble
class AuthorityAwayTest {
    @TempDir
    Path folder;

    @Test
    void while_the_authority_is_away_what_there_is_is_served_and_health_says_so() throws Exception {
        int http = World.freePort();
        int https = World.freePort();
        int management = World.freePort();
        var habits = new Pebble.Habits().issuingFor(Duration.ofSeconds(20)).lookingAt(http);
        try (World world = World.usual();
                Pebble pebble = Pebble.start(Certified.in(folder), habits)) {
            Map<String, String> settings = Certified.settings(
                    folder, world, "jdbc:h2:file:" + folder.resolve("patchbay"), pebble, http, https);
            settings.put("MANAGEMENT_PORT", String.valueOf(management));
            Browser probe = new Browser(URI.create("http://127.0.0.1:" + management));
            Instant end;
            try (Patchbay service = Patchbay.start(settings)) {
                X509Certificate issued = Certified.awaitIssued(https, BigInteger.ZERO);
                end = issued.getNotAfter().toInstant();
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
            Duration left = Duration.between(Instant.now(), end);
            Thread.sleep(left.isPositive() ? left.plusSeconds(1) : Duration.ZERO);
            // It has run out, and is still better than one that we made ourselves.
            try (Patchbay again = Patchbay.start(settings)) {
                assertThat(again.baseUrl().getHost()).isEqualTo(NAME);
                assertThat(TlsClient.shown(https, NAME).getIssuerX500Principal().getName())
                        .contains("Pebble");
                assertThat(probe.get("/health").body()).contains("EXPIRED");
            }
        }
    }
}
