package dev.patchbay.usecase.certificate;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.days;
import static dev.patchbay.port.Fixtures.hours;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.certificate.CertificateFixtures.NAMES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.certificate.OrderFailure;
import dev.patchbay.port.certificate.CertificateAuthority.Ordering;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeveralAuthoritiesTest {
    private static final OrderFailure AWAY = new OrderFailure.Unavailable(Optional.empty(), "away");
    private static final OrderFailure UNPROVEN = new OrderFailure.ChallengeFailed("not found");

    private final CertificateStage stage = new CertificateStage();
    private final KeepCertificate keep =
            stage.process("one", NAMES, List.of(stage.first, stage.second), Optional.of(stage.rehearsal));

    @Test
    void the_second_is_asked_when_the_first_does_not_issue() {
        stage.first.thenFails(AWAY);

        assertThat(keep.look()).isInstanceOf(Look.Renewed.class);

        assertThat(stage.kept().issuer()).isEqualTo(stage.second.id());
        assertThat(stage.rehearsal.orders()).isEmpty();
    }

    @Test
    void only_whoever_issued_it_hears_what_is_replaced() {
        stage.first.thenFails(AWAY);
        keep.look();
        stage.clock.set(stage.kept().plan().renewAt());
        keep.look();

        assertThat(stage.first.orders().getLast().replaces()).isEmpty();
        assertThat(stage.kept().issuer()).isEqualTo(stage.first.id());
    }

    @Test
    void of_several_failures_the_first_is_told() {
        stage.first.thenFails(UNPROVEN);
        stage.second.thenFails(AWAY);

        assertThat(keep.look()).isInstanceOfSatisfying(Look.Failed.class, failed -> assertThat(failed.failure())
                .isEqualTo(UNPROVEN));
        assertThat(stage.history().tries()).hasSize(1);
    }

    @Test
    void one_that_said_when_to_come_back_is_left_alone_until_then() {
        stage.first.thenFails(new OrderFailure.RateLimited(Optional.of(NOW.plus(hours(5))), "too many"));
        stage.second.thenFails(AWAY).thenFails(AWAY);
        keep.look();
        stage.clock.set(stage.history().mayTryAt());
        keep.look();
        assertThat(stage.first.orders()).hasSize(1);
        assertThat(stage.second.orders()).hasSize(2);

        stage.clock.set(NOW.plus(hours(5)));
        stage.first.thenFails(AWAY);
        keep.look();
        assertThat(stage.first.orders()).hasSize(2);
    }

    @Test
    void when_all_said_when_to_come_back_the_first_of_these_times_is_waited_for() {
        stage.first.thenFails(new OrderFailure.RateLimited(Optional.of(NOW.plus(days(90))), "too many"));
        stage.second.thenFails(new OrderFailure.Unavailable(Optional.of(NOW.plus(hours(30))), "later"));

        assertThat(keep.look()).isInstanceOfSatisfying(Look.Failed.class, failed -> assertThat(failed.nextAt())
                .isEqualTo(NOW.plus(hours(30))));

        keep.hurry();
        assertThat(keep.look()).isInstanceOfSatisfying(Look.Waiting.class, waiting -> assertThat(waiting.until())
                .isEqualTo(NOW.plus(hours(30))));
        assertThat(stage.selfChecks).isEqualTo(NAMES.all().size());
        assertThat(stage.store.certificateOrders().restsUntil(stage.first.id(), NOW))
                .as("nobody is left alone for ever")
                .contains(NOW.plus(days(7)));
    }

    @Test
    void after_two_failures_the_next_order_is_rehearsed() {
        stage.rehearsal.thenFails(UNPROVEN);
        for (int i = 0; i < 3; i++) {
            stage.first.thenFails(UNPROVEN);
            stage.second.thenFails(UNPROVEN);
            keep.look();
            stage.clock.set(stage.history().mayTryAt());
        }

        assertThat(stage.rehearsal.orders()).hasSize(1);
        assertThat(stage.first.orders())
                .as("what fails in the rehearsal is spared the limits of the real ones")
                .hasSize(2);
        assertThat(stage.history().tries()).hasSize(2);
        assertThat(stage.history().failures()).isEqualTo(3);
    }

    @Test
    void a_rehearsal_that_goes_well_is_followed_by_the_real_order() {
        failTwice();

        stage.first.thenIssues();
        assertThat(keep.look()).isInstanceOf(Look.Renewed.class);

        assertThat(stage.rehearsal.orders()).hasSize(1);
        assertThat(stage.kept().issuer()).isEqualTo(stage.first.id());
    }

    @Test
    void trouble_of_the_rehearsal_itself_holds_nothing_up() {
        failTwice();
        stage.rehearsal.thenFails(AWAY);

        stage.first.thenIssues();
        assertThat(keep.look()).isInstanceOf(Look.Renewed.class);
    }

    @Test
    void who_objects_to_replacing_nothing_has_a_bug() {
        stage.first.then(new Ordering.ReplacesRefused("odd")).then(new Ordering.ReplacesRefused("odd"));

        assertThat(keep.look()).isInstanceOf(Look.Renewed.class);
        assertThat(stage.kept().issuer()).isEqualTo(stage.second.id());
        assertThat(stage.first.orders()).hasSize(2);
    }

    private void failTwice() {
        for (int i = 0; i < 2; i++) {
            stage.first.thenFails(UNPROVEN);
            stage.second.thenFails(UNPROVEN);
            keep.look();
            stage.clock.set(stage.history().mayTryAt());
        }
        assertThat(stage.rehearsal.orders()).isEmpty();
        stage.clock.advance(minutes(1));
    }
}
