package dev.patchbay.adapter.acme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.certificate.CertificateId;
import dev.patchbay.domain.certificate.CertificateNames;
import dev.patchbay.domain.certificate.KeptCertificate;
import dev.patchbay.domain.certificate.KeyAndChain;
import dev.patchbay.domain.certificate.OrderFailure.Kind;
import dev.patchbay.port.GivenPresence;
import dev.patchbay.port.InMemoryStore;
import dev.patchbay.port.PlainVault;
import dev.patchbay.port.Race;
import dev.patchbay.port.SeededSecrets;
import dev.patchbay.usecase.certificate.AnswerChallenge;
import dev.patchbay.usecase.certificate.CertificatePlan;
import dev.patchbay.usecase.certificate.CertificateStatus;
import dev.patchbay.usecase.certificate.CertificateStore;
import dev.patchbay.usecase.certificate.CurrentCertificate;
import dev.patchbay.usecase.certificate.CurrentCertificate.Served;
import dev.patchbay.usecase.certificate.KeepCertificate;
import dev.patchbay.usecase.certificate.Look;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole core with an authority that is not ours and lifetimes of seconds, in real time. */
@NeedsPebble
@Timeout(120)
class RealRenewalTest {
    private static final CertificateNames NAMES = CertificateNames.of("music.example.test", "127.0.0.1");

    @TempDir
    Path folder;

    private final Clock clock = Clock.systemUTC();
    private final InMemoryStore store = new InMemoryStore();
    private final CertificateStore certificates =
            new CertificateStore(store.certificates(), store.certificateOrders(), store.challenges());
    private final PlainVault vault = new PlainVault();
    private final KeptInMemory secrets = new KeptInMemory();
    private final CurrentCertificate current =
            new CurrentCertificate(CertificateId.MAIN, NAMES, certificates, vault, clock);

    @Test
    void short_lives_are_renewed_in_time_by_one_of_two_and_what_is_served_is_always_good() {
        try (Pebble pebble = start(new Pebble.Habits().issuingFor(Duration.ofSeconds(20)))) {
            List<KeepCertificate> processes = List.of(process("one", pebble), process("two", pebble));
            Set<Instant> ends = new HashSet<>();
            long version = 0;
            while (version < 3) {
                List<Look> looks = Race.between(processes.stream()
                        .map(one -> (Callable<Look>) one::look)
                        .toList());
                assertThat(looks).filteredOn(Look.Renewed.class::isInstance).hasSizeLessThanOrEqualTo(1);
                assertThat(looks).noneMatch(Look.Failed.class::isInstance);
                KeyAndChain served = ((Served.Newer) current.after(0)).certificate();
                assertThat(served.chain().notAfter())
                        .as("what is served is good")
                        .isAfter(clock.instant());
                assertThat(served.privateKey()).isPresent();
                ends.add(served.chain().notAfter());
                version = store.certificates().version(CertificateId.MAIN);
                LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
            }

            assertThat(ends).as("no certificate was ordered twice").hasSize(3);
            assertThat(pebble.shown()).isZero();
        }
    }

    @Test
    void while_the_authority_is_away_the_old_one_stays_and_then_the_next_one_comes() {
        try (Pebble pebble = start(new Pebble.Habits().issuingFor(Duration.ofHours(1)))) {
            assertThat(process("one", pebble).look()).isInstanceOf(Look.Renewed.class);
            KeptCertificate before =
                    store.certificates().current(CertificateId.MAIN).orElseThrow();
            // Past the half of its life, by our clock.
            Clock later = Clock.offset(clock, Duration.ofMinutes(40));
            pebble.stop();
            KeepCertificate keep = process("one", pebble, later, pebble.webPort());

            assertThat(keep.look()).isInstanceOfSatisfying(Look.Failed.class, failed -> assertThat(
                            failed.failure().kind())
                    .isEqualTo(Kind.UNAVAILABLE));
            assertThat(store.certificates().current(CertificateId.MAIN))
                    .map(KeptCertificate::chain)
                    .contains(before.chain());
            assertThat(store.certificates().version(CertificateId.MAIN)).isEqualTo(1);
            CertificateStatus status = current.status();
            assertThat(status.lastFailure().orElseThrow().kind()).isEqualTo(Kind.UNAVAILABLE);
            assertThat(status.nextAttempt()).isAfter(later.instant());

            pebble.comeBack();
            keep.hurry();
            assertThat(keep.look()).isInstanceOf(Look.Renewed.class);
            assertThat(store.certificates().version(CertificateId.MAIN)).isEqualTo(2);
        }
    }

    @Test
    void a_name_that_does_not_lead_here_is_found_out_before_the_authority_is_asked() {
        try (Pebble pebble = start(new Pebble.Habits())) {
            pebble.stop();

            assertThat(process("one", pebble, clock, 1).look())
                    .isInstanceOfSatisfying(
                            Look.Failed.class,
                            failed -> assertThat(failed.failure().kind()).isEqualTo(Kind.SELF_CHECK_FAILED));
            assertThat(store.certificateOrders().history(CertificateId.MAIN).tries())
                    .isEmpty();
        }
    }

    private Pebble start(Pebble.Habits habits) {
        var answering = new AnswerChallenge(store.challenges(), clock);
        return Pebble.start(folder, habits.answeredBy(answering::answer));
    }

    private KeepCertificate process(String name, Pebble pebble) {
        return process(name, pebble, clock, pebble.webPort());
    }

    private KeepCertificate process(String name, Pebble pebble, Clock processClock, int port) {
        var directory = new AcmeDirectory(pebble.directory(), Optional.empty(), Optional.empty());
        var settings =
                new AcmeSettings(List.of(directory), Optional.empty(), Optional.empty(), List.of(pebble.root()), true);
        return new KeepCertificate(
                new CertificatePlan(
                        CertificateId.MAIN,
                        NAMES,
                        List.of(new AcmeAuthority(directory, settings, secrets, processClock)),
                        Optional.empty()),
                certificates,
                new HttpReachesItself(port, host -> List.of(InetAddress.getLoopbackAddress())),
                vault,
                GivenPresence.of(name),
                new SeededSecrets(),
                processClock);
    }
}
