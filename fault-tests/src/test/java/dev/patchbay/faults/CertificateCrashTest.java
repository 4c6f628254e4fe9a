package dev.patchbay.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.adapter.acme.NeedsPebble;
import dev.patchbay.adapter.acme.Pebble;
import dev.patchbay.domain.certificate.CertificateChain;
import dev.patchbay.faults.database.MariaDb;
import dev.patchbay.faults.database.Rows;
import dev.patchbay.faults.process.KillPoint;
import dev.patchbay.faults.process.Service;
import dev.patchbay.faults.world.Played;
import dev.patchbay.faults.world.TlsProbe;
import dev.patchbay.faults.world.TlsProbe.Seen;
import dev.patchbay.faults.world.World;
import dev.patchbay.port.FreePorts;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed at each step of an order at an authority that is not ours; whoever connects is shown a good certificate all the while. */
@NeedsPebble
class CertificateCrashTest {
    @TempDir
    Path folder;

    @Test
    void of_kill_9_at_any_step_no_handshake_sees_anything_but_a_good_certificate_and_the_next_process_ends_the_order()
            throws Exception {
        int http = FreePorts.next();
        MariaDb server = MariaDb.shared();
        try (World world = World.of(Duration.ofHours(1), Played.SPOTIFY);
                Pebble pebble = Pebble.start(
                        Files.createDirectory(folder.resolve("pebble")),
                        new Pebble.Habits().issuingFor(Duration.ofDays(60)).lookingAt(http));
                Stage stage = Stage.onMariaDb("certified", server, world)) {
            Path root = folder.resolve("root.pem");
            Files.writeString(root, new CertificateChain(List.of(pebble.root())).toPem());
            stage.with("DOMAIN", "music.example.test")
                    .with("ACME_EMAIL", "operator@music.example.test")
                    .with("ACME_DIRECTORY_URL", pebble.directory().toString())
                    .with("ACME_CA_CERTIFICATE", root.toString())
                    .with("ACME_SELF_CHECK", "off")
                    .with("BIND_ADDRESS", "127.0.0.1");
            Service victim = stage.prepare(1).getFirst();
            int https = listening(victim, http);
            Rows rows = stage.rows(server);
            victim.start();
            BigInteger first = awaitAnother(https, BigInteger.ZERO);
            victim.kill();

            try (TlsProbe probe = new TlsProbe(https).start()) {
                for (KillPoint point : points()) {
                    makeDue(rows);
                    int seenBefore = probe.seen().size();
                    victim.launchToDieAt(point);
                    stage.died(victim);
                    assertThat(probe.seen().size() - seenBefore)
                            .as("handshakes before the end at " + point)
                            .isPositive();
                    assertThat(rows.count("SELECT version FROM certificate"))
                            .as("version after the end at " + point)
                            .isEqualTo(point == KillPoint.CERTIFICATE_STORED ? 2 : 1);
                }
                victim.start();
                assertThat(awaitAnother(https, first)).isNotEqualTo(first);
                assertThat(probe.seen()).as("all handshakes").allMatch(Seen::isGood);
            }
        }
    }

    /** Every other one, and at night all. */
    private static List<KillPoint> points() {
        List<KillPoint> all = KillPoint.ofEveryOrder();
        return IntStream.range(0, all.size())
                .filter(at -> Scale.isNightly() || at % 2 == 0)
                .mapToObj(all::get)
                .toList();
    }

    private static int listening(Service service, int http) {
        int https = FreePorts.next();
        service.unset("PATCHBAY_BASE_URL");
        service.set("PATCHBAY_BASE_URL", "https://music.example.test:" + https);
        service.set("HTTP_PORT", String.valueOf(http));
        service.set("HTTPS_PORT", String.valueOf(https));
        return https;
    }

    /** As if the authority had asked for it an hour ago, and nothing had been tried in that hour. */
    private static void makeDue(Rows rows) {
        rows.change(
                "UPDATE certificate SET window_start = NOW(6) - INTERVAL 2 HOUR, window_end = NOW(6) - INTERVAL 1 HOUR,"
                        + " ask_at = NOW(6) + INTERVAL 1 DAY");
        forgetTries(rows);
    }

    private static void forgetTries(Rows rows) {
        rows.change("UPDATE certificate_order SET failures = 0, tried_1 = NULL, tried_2 = NULL, tried_3 = NULL,"
                + " next_at = NULL");
    }

    private static BigInteger awaitAnother(int port, BigInteger before) {
        TlsProbe probe = new TlsProbe(port);
        Nap.until(
                "another certificate is shown",
                Duration.ofMinutes(2),
                () -> probe.look().filter(Seen::isGood).isPresent()
                        && !serial(probe).equals(before));
        return serial(probe);
    }

    /** What is shown now; a machine that is busy may take a while to say so. */
    private static BigInteger serial(TlsProbe probe) {
        AtomicReference<BigInteger> serial = new AtomicReference<>(BigInteger.ZERO);
        Nap.until("a handshake is done", Duration.ofSeconds(60), () -> {
            probe.look()
                    .flatMap(Seen::shown)
                    .map(X509Certificate::getSerialNumber)
                    .ifPresent(serial::set);
            return !serial.get().equals(BigInteger.ZERO);
        });
        return serial.get();
    }
}
