package dev.patchbay.usecase.certificate;

import static dev.patchbay.port.Fixtures.NOW;
import static dev.patchbay.port.Fixtures.days;
import static dev.patchbay.port.Fixtures.hours;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.seconds;
import static dev.patchbay.port.certificate.CertificateFixtures.NAMES;
import static dev.patchbay.port.certificate.CertificateFixtures.aKeyAndChain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.certificate.CertificateNames;
import dev.patchbay.domain.certificate.KeptCertificate;
import dev.patchbay.domain.certificate.KeyAndChain;
import dev.patchbay.domain.certificate.OrderFailure;
import dev.patchbay.domain.certificate.OrderFailure.Kind;
import dev.patchbay.domain.certificate.OrderFailure.Obstacle;
import dev.patchbay.domain.certificate.OrderHistory;
import dev.patchbay.domain.certificate.OrderLease;
import dev.patchbay.port.Race;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.certificate.CertificateAuthority.Order;
import dev.patchbay.port.certificate.CertificateAuthority.Ordering;
import dev.patchbay.port.certificate.ReachesItself;
import dev.patchbay.usecase.certificate.CurrentCertificate.Served;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeepCertificateTest {
    private static final OrderFailure REFUSED = new OrderFailure.NameRefused("not for you");

    private final CertificateStage stage = new CertificateStage();
    private final KeepCertificate keep = stage.process("one");

    @Test
    void the_first_look_obtains_one_and_the_next_finds_it_good() {
        assertThat(stage.current.after(0)).isInstanceOf(Served.None.class);

        assertThat(keep.look())
                .isEqualTo(new Look.Renewed(1, stage.kept().chain().notAfter()));

        assertThat(keep.look()).isInstanceOf(Look.Fine.class);
        assertThat(stage.first.orders()).containsExactly(new Order(NAMES, Optional.empty()));
        assertThat(stage.current.after(0)).isInstanceOfSatisfying(Served.Newer.class, newer -> assertThat(
                        newer.certificate().privateKey())
                .isPresent());
        assertThat(stage.current.after(1)).isInstanceOf(Served.Same.class);
    }

    @Test
    void it_is_renewed_when_it_is_due_with_another_key_and_says_what_it_replaces() {
        keep.look();
        KeyAndChain before = served();
        stage.clock.set(stage.kept().plan().renewAt().minusSeconds(1));
        assertThat(keep.look()).isInstanceOf(Look.Fine.class);

        stage.clock.advance(seconds(1));
        assertThat(keep.look()).isInstanceOf(Look.Renewed.class);

        assertThat(stage.kept().version()).isEqualTo(2);
        assertThat(served().key()).isNotEqualTo(before.key());
        assertThat(stage.first.orders().getLast()).isEqualTo(new Order(NAMES, Optional.of(before.chain())));
    }

    @Test
    void whatever_fails_the_one_that_is_there_stays() {
        keep.look();
        KeptCertificate before = stage.kept();
        List<OrderFailure> failures = List.of(
                new OrderFailure.RateLimited(Optional.empty(), "x"),
                REFUSED,
                new OrderFailure.ChallengeFailed("x"),
                new OrderFailure.Unavailable(Optional.empty(), "x"),
                new OrderFailure.NeedsHuman("x"),
                new OrderFailure.Defect("x"));
        stage.clock.set(before.plan().renewAt());
        for (OrderFailure failure : failures) {
            stage.first.thenFails(failure);
            assertThat(keep.look())
                    .isEqualTo(new Look.Failed(failure, stage.history().mayTryAt()));
            assertThat(stage.kept().version()).isEqualTo(1);
            assertThat(stage.history().lastFailure()).contains(failure.note());
            stage.clock.set(stage.history().mayTryAt());
        }
        stage.first.then(new Ordering.Issued(new KeyAndChain(
                aKeyAndChain(NOW).key(), aKeyAndChain(stage.clock.instant()).chain())));
        assertThat(keep.look()).isInstanceOfSatisfying(Look.Failed.class, failed -> assertThat(
                        failed.failure().kind())
                .isEqualTo(Kind.BAD_CHAIN));
        assertThat(stage.kept().version()).isEqualTo(1);
        stage.clock.set(stage.history().mayTryAt());
        assertThat(keep.look()).isInstanceOf(Look.Renewed.class);
        assertThat(stage.history().failures()).isZero();
    }

    @Test
    void between_tries_nothing_is_asked_and_no_more_than_three_an_hour() {
        List<Instant> asked = new ArrayList<>();
        for (int i = 0; i < 12 * 60; i++) {
            stage.first.thenFails(REFUSED);
            int before = stage.first.orders().size();
            keep.look();
            if (stage.first.orders().size() > before) {
                asked.add(stage.clock.instant());
            }
            stage.clock.advance(minutes(1));
        }

        assertThat(asked.subList(0, 3)).containsExactly(NOW, NOW.plus(minutes(1)), NOW.plus(minutes(3)));
        for (int i = 3; i < asked.size(); i++) {
            assertThat(asked.get(i)).isAfterOrEqualTo(asked.get(i - 3).plus(hours(1)));
        }
        keep.look();
        assertThat(keep.look()).isInstanceOfSatisfying(Look.Waiting.class, waiting -> assertThat(waiting.lastFailure())
                .contains(REFUSED.note()));
    }

    @Test
    void a_failed_self_check_costs_no_try_and_no_authority_hears_of_it() {
        stage.reach = new ReachesItself.Reach.Missed(Obstacle.PORT, "port 80 is closed");
        for (int i = 0; i < 4; i++) {
            assertThat(keep.look()).isInstanceOfSatisfying(Look.Failed.class, failed -> assertThat(failed.failure())
                    .isEqualTo(new OrderFailure.SelfCheckFailed(NAMES.first(), Obstacle.PORT, "port 80 is closed")));
            stage.clock.set(stage.history().mayTryAt());
        }

        assertThat(stage.first.orders()).isEmpty();
        assertThat(stage.history().tries()).isEmpty();
        assertThat(stage.history().failures()).isEqualTo(4);
        stage.reach = new ReachesItself.Reach.Reached();
        assertThat(keep.look()).isInstanceOf(Look.Renewed.class);
    }

    @Test
    void a_refusal_of_what_is_replaced_is_ordered_again_without_at_once() {
        keep.look();
        stage.clock.set(stage.kept().plan().renewAt());
        stage.first.then(new Ordering.ReplacesRefused("already replaced"));

        assertThat(keep.look()).isInstanceOf(Look.Renewed.class);

        assertThat(stage.first.orders()).hasSize(3);
        assertThat(stage.first.orders().get(1).replaces()).isPresent();
        assertThat(stage.first.orders().get(2).replaces()).isEmpty();
    }

    @Test
    void the_first_try_after_a_failure_does_not_say_what_it_replaces() {
        keep.look();
        stage.clock.set(stage.kept().plan().renewAt());
        for (int i = 0; i < 2; i++) {
            stage.first.thenFails(REFUSED);
            keep.look();
            stage.clock.set(stage.history().mayTryAt());
        }
        keep.look();

        assertThat(stage.first.orders().stream().map(order -> order.replaces().isPresent()))
                .containsExactly(false, true, false, true);
    }

    @Test
    void of_many_processes_one_orders() {
        List<KeepCertificate> processes = new ArrayList<>();
        for (int i = 0; i < Race.RUNNERS; i++) {
            processes.add(stage.process("p" + i));
        }

        List<Look> looks = Race.between(processes.stream()
                .map(one -> (java.util.concurrent.Callable<Look>) one::look)
                .toList());

        assertThat(stage.first.orders()).hasSize(1);
        assertThat(looks).filteredOn(Look.Renewed.class::isInstance).hasSize(1);
        assertThat(processes).allSatisfy(one -> assertThat(one.look()).isInstanceOf(Look.Fine.class));
    }

    @Test
    void while_one_orders_another_process_leaves_it_alone_and_answers_its_challenges() {
        KeepCertificate other = stage.process("other");
        List<Look> seen = new ArrayList<>();
        stage.first.meanwhile(() -> seen.add(other.look()));

        assertThat(keep.look()).isInstanceOf(Look.Renewed.class);

        assertThat(seen).containsExactly(new Look.Elsewhere());
        assertThat(stage.first.orders()).hasSize(1);
    }

    @Test
    void after_a_crash_another_process_goes_on_and_the_try_counts() {
        stage.first.thenThrows(new AssertionErrorOfAProcess());
        stage.first.meanwhile(() -> stage.store.failWith(new StoreUnavailable("pulled out", null)));
        assertThatThrownBy(keep::look).isInstanceOf(RuntimeException.class);
        stage.store.heal();
        stage.first.meanwhile(() -> {});

        KeepCertificate other = stage.process("other");
        assertThat(other.look()).isInstanceOf(Look.Elsewhere.class);
        assertThat(stage.history().tries()).hasSize(1);
        stage.clock.advance(OrderLease.LIFE);
        assertThat(other.look()).isInstanceOf(Look.Renewed.class);
    }

    @Test
    void the_lease_of_a_process_that_is_known_to_be_gone_is_not_waited_for() {
        takeAs("dead");
        assertThat(keep.look()).isInstanceOf(Look.Elsewhere.class);

        stage.presences.get("one").ended("dead");

        assertThat(keep.look()).isInstanceOf(Look.Renewed.class);
    }

    @Test
    void who_was_overtaken_while_ordering_puts_nothing() {
        stage.first.meanwhile(() -> takeAs("overtaker"));

        assertThat(keep.look()).isInstanceOf(Look.Elsewhere.class);
        assertThat(stage.certificates.certificates().current(keep.id())).isEmpty();

        stage.first.meanwhile(() -> {});
        stage.clock.advance(OrderLease.LIFE);
        assertThat(keep.look()).isInstanceOf(Look.Renewed.class);
        assertThat(stage.first.orders()).as("what was issued then is put now").hasSize(1);
    }

    @Test
    void what_was_issued_while_the_store_was_away_is_put_later_and_not_ordered_again() {
        stage.vault.failWith(new StoreUnavailable("away", null));
        assertThatThrownBy(keep::look).isInstanceOf(StoreUnavailable.class);
        stage.vault.heal();

        assertThat(keep.look()).isInstanceOf(Look.Renewed.class);

        assertThat(stage.first.orders()).hasSize(1);
        assertThat(stage.history()).isEqualTo(OrderHistory.none().succeeded(NOW));
    }

    @Test
    void what_was_put_although_the_store_did_not_say_so_is_found() {
        stage.first.meanwhile(() -> stage.store.loseAnswersWith(new StoreUnavailable("lost", null)));
        assertThatThrownBy(keep::look).isInstanceOf(StoreUnavailable.class);
        stage.store.heal();
        stage.first.meanwhile(() -> {});
        stage.clock.advance(OrderLease.LIFE);

        assertThat(keep.look()).isInstanceOfAny(Look.Fine.class, Look.Renewed.class);
        assertThat(stage.kept().version()).isEqualTo(1);
    }

    @Test
    void a_name_that_is_missing_is_added_and_one_too_many_is_no_reason() {
        keep.look();
        stage.clock.advance(days(2));
        CertificateNames more = CertificateNames.of("music.example", "www.music.example", "new.music.example");
        KeepCertificate wider = stage.process("one", more, List.of(stage.first), Optional.empty());

        assertThat(wider.look()).isInstanceOf(Look.Renewed.class);

        assertThat(stage.kept().chain().covers(more)).isTrue();
        assertThat(stage.first.orders().getLast().replaces()).isEmpty();
        stage.clock.advance(days(2));
        assertThat(keep.look()).isInstanceOf(Look.Fine.class);
    }

    @Test
    void processes_with_other_names_do_not_take_turns_all_the_time() {
        KeepCertificate other =
                stage.process("other", CertificateNames.of("other.example"), List.of(stage.first), Optional.empty());
        for (int i = 0; i < 120; i++) {
            keep.look();
            other.look();
            stage.clock.advance(minutes(1));
        }

        assertThat(stage.first.orders()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void who_hurries_tries_again_at_once() {
        stage.first.thenFails(REFUSED);
        keep.look();
        assertThat(keep.look()).isInstanceOf(Look.Waiting.class);

        keep.hurry();

        assertThat(keep.look()).isInstanceOf(Look.Renewed.class);
    }

    private void takeAs(String process) {
        assertThat(stage.store
                        .certificateOrders()
                        .take(keep.id(), process, NOW, NOW.plus(OrderLease.LIFE), held -> true))
                .isPresent();
    }

    private KeyAndChain served() {
        return ((Served.Newer) stage.current.after(0)).certificate();
    }

    /** What nobody expects. */
    private static final class AssertionErrorOfAProcess extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
