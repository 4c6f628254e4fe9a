package dev.patchbay.usecase.certificate;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.days;
import static dev.patchbay.port.Fixtures.hours;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.seconds;
import static dev.patchbay.port.certificate.CertificateFixtures.NAMES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.certificate.Challenge;
import dev.patchbay.domain.certificate.ChallengeToken;
import dev.patchbay.domain.certificate.OrderFailure;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.port.vault.SealedRow;
import dev.patchbay.usecase.certificate.CurrentCertificate.Served;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CurrentCertificateTest {
    private final CertificateStage stage = new CertificateStage();
    private final KeepCertificate keep = stage.process("one");

    @Test
    void before_the_first_one_it_is_due_now() {
        assertThat(stage.current.status())
                .isEqualTo(new CertificateStatus(NAMES, Optional.empty(), Optional.empty(), Optional.empty(), NOW));
    }

    @Test
    void days_are_rounded_down_and_the_next_attempt_is_the_renewal() {
        keep.look();
        stage.clock.advance(hours(1));
        CertificateStatus status = stage.current.status();

        assertThat(status.present().orElseThrow().daysLeft()).isEqualTo(89);
        assertThat(status.present().orElseThrow().covers()).isTrue();
        assertThat(status.lastAttempt()).contains(NOW);
        assertThat(status.nextAttempt()).isEqualTo(stage.kept().plan().renewAt());

        stage.clock.advance(days(90));
        assertThat(stage.current.status().present().orElseThrow().daysLeft()).isEqualTo(-1);
        assertThat(stage.current.status().nextAttempt()).isEqualTo(stage.clock.instant());
    }

    @Test
    void after_a_failure_it_says_why_and_when_next() {
        stage.first.thenFails(new OrderFailure.NameRefused("not for you"));
        keep.look();
        stage.clock.advance(seconds(1));

        CertificateStatus status = stage.current.status();
        assertThat(status.lastFailure()).contains(new OrderFailure.Note(OrderFailure.Kind.NAME_REFUSED, "not for you"));
        assertThat(status.nextAttempt()).isEqualTo(NOW.plus(minutes(1)));
    }

    @Test
    void a_key_that_cannot_be_opened_is_no_certificate_to_serve() {
        keep.look();
        SealedRow row = stage.store.sealedRows().of(stage.kept().keyOwner()).getFirst();
        stage.store.sealedRows().reseal(row, new SealedSecret(new byte[] {1, 2, 3}));

        assertThat(stage.current.after(0)).isEqualTo(new Served.Unreadable(1));
        assertThat(stage.current.after(1)).isEqualTo(new Served.Same());
    }

    @Test
    void a_challenge_is_answered_by_its_token_alone() {
        var answering = new AnswerChallenge(stage.store.challenges(), stage.clock);
        stage.store.challenges().put(new Challenge(new ChallengeToken("abc"), "abc.key", NOW.plus(hours(1))));

        assertThat(answering.answer("abc")).contains("abc.key");
        assertThat(answering.answer("ab")).isEmpty();
        assertThat(answering.answer("../abc")).isEmpty();
        assertThat(answering.answer("")).isEmpty();
        stage.clock.advance(hours(1));
        assertThat(answering.answer("abc")).isEmpty();
    }
}
