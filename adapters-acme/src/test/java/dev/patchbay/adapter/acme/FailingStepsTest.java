package dev.patchbay.adapter.acme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.adapter.acme.Middleman.Spoiling;
import dev.patchbay.adapter.acme.Middleman.Step;
import dev.patchbay.domain.certificate.CertificateId;
import dev.patchbay.domain.certificate.CertificateNames;
import dev.patchbay.domain.certificate.Draw;
import dev.patchbay.domain.certificate.KeptCertificate;
import dev.patchbay.domain.certificate.OrderHistory;
import dev.patchbay.domain.certificate.RenewalTiming;
import dev.patchbay.domain.certificate.RenewalWindow;
import dev.patchbay.port.GivenPresence;
import dev.patchbay.port.InMemoryStore;
import dev.patchbay.port.PlainVault;
import dev.patchbay.port.SeededSecrets;
import dev.patchbay.port.SteppingClock;
import dev.patchbay.port.certificate.ReachesItself.Reach;
import dev.patchbay.usecase.certificate.AnswerChallenge;
import dev.patchbay.usecase.certificate.CertificatePlan;
import dev.patchbay.usecase.certificate.CertificateStore;
import dev.patchbay.usecase.certificate.KeepCertificate;
import dev.patchbay.usecase.certificate.Look;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each step of an order fails, at an authority that is not ours; what is served stays, and the next one comes when the step works again. */
@NeedsPebble
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailingStepsTest {
    private static final CertificateNames NAMES = CertificateNames.of("music.example.test", "www.music.example.test");
    private static final Duration LIFE = Duration.ofDays(60);

    private final SteppingClock clock = SteppingClock.at(Instant.now());
    private final InMemoryStore store = new InMemoryStore();
    private final CertificateStore certificates =
            new CertificateStore(store.certificates(), store.certificateOrders(), store.challenges());
    private Pebble pebble;
    private Middleman between;
    private KeepCertificate keep;

    @BeforeAll
    void a_certificate_is_there(@TempDir Path folder) {
        var answering = new AnswerChallenge(store.challenges(), clock);
        pebble = Pebble.start(folder, new Pebble.Habits().issuingFor(LIFE).answeredBy(answering::answer));
        between = new Middleman(pebble);
        keep = process();
        assertThat(keep.look()).isInstanceOf(Look.Renewed.class);
    }

    @AfterAll
    void close() {
        between.close();
        pebble.close();
    }

    @ParameterizedTest
    @CsvSource({
        "DIRECTORY, REFUSED",
        "DIRECTORY, GARBLED",
        "NONCE, REFUSED",
        "NONCE, ANSWER_LOST",
        "ACCOUNT, REFUSED",
        "ACCOUNT, ANSWER_LOST",
        "ORDER, REFUSED",
        "ORDER, ANSWER_LOST",
        "ORDER, GARBLED",
        "AUTHORIZATION, REFUSED",
        "CHALLENGE, REFUSED",
        "CHALLENGE, ANSWER_LOST",
        "FINALIZE, REFUSED",
        "FINALIZE, ANSWER_LOST",
        "DOWNLOAD, REFUSED",
        "DOWNLOAD, ANSWER_LOST",
        "DOWNLOAD, GARBLED"
    })
    void the_old_one_stays_until_the_step_works_again(Step step, Spoiling spoiling) {
        makeDue();
        KeptCertificate before = current();
        // A process that was started just now: nothing is remembered of the authority.
        keep = process();
        between.spoil(spoiling, (asked, call) -> asked == step);

        assertThat(keep.look()).isInstanceOf(Look.Failed.class);
        assertThat(keep.look()).as("it waits").isInstanceOf(Look.Waiting.class);
        assertThat(current()).isEqualTo(before);
        assertThat(store.certificateOrders().history(CertificateId.MAIN).tries())
                .hasSize(1);

        between.letThrough();
        clock.advance(Duration.ofHours(1));
        assertThat(keep.look()).isInstanceOf(Look.Renewed.class);
        assertThat(current().version()).isEqualTo(before.version() + 1);
    }

    @Test
    void of_calls_that_fail_at_random_the_next_one_comes_in_the_end_and_nobody_asks_too_often() {
        var random = new Random(20261121);
        for (Spoiling spoiling : Spoiling.values()) {
            makeDue();
            KeptCertificate before = current();
            keep = process();
            between.spoil(spoiling, (step, call) -> random.nextInt(100) < 10);
            List<Instant> tries = new ArrayList<>();
            while (current().equals(before)) {
                Instant now = clock.instant();
                Look look = keep.look();
                if (!(look instanceof Look.Waiting)) {
                    tries.add(now);
                }
                assertThat(tries)
                        .as("tries in the last hour")
                        .filteredOn(one -> one.isAfter(now.minus(Duration.ofHours(1))))
                        .hasSizeLessThanOrEqualTo(OrderHistory.AN_HOUR);
                assertThat(tries).as("it comes at last").hasSizeLessThan(30);
                clock.advance(Duration.ofMinutes(1));
            }
            between.letThrough();
        }
    }

    private KeptCertificate current() {
        return store.certificates().current(CertificateId.MAIN).orElseThrow();
    }

    /** As if its authority had asked for it an hour ago. */
    private void makeDue() {
        Instant now = clock.instant();
        var window = new RenewalWindow(now.minus(Duration.ofHours(2)), now.minus(Duration.ofHours(1)));
        var timing = new RenewalTiming(Optional.of(window), new Draw(0), now.plus(LIFE));
        assertThat(store.certificates().note(CertificateId.MAIN, current().version(), timing))
                .isTrue();
    }

    private KeepCertificate process() {
        var directory = new AcmeDirectory(between.directory(), Optional.empty(), Optional.empty());
        var settings = new AcmeSettings(
                List.of(directory), Optional.empty(), Optional.empty(), List.of(between.root()), false);
        return new KeepCertificate(
                new CertificatePlan(
                        CertificateId.MAIN,
                        NAMES,
                        List.of(new AcmeAuthority(directory, settings, new KeptInMemory(), clock)),
                        Optional.empty()),
                certificates,
                (name, challenge) -> new Reach.Reached(),
                new PlainVault(),
                GivenPresence.of("one"),
                new SeededSecrets(),
                clock);
    }
}
