package dev.patchbay.usecase.refresh;

import static dev.patchbay.port.Fixtures.seconds;
import static dev.patchbay.usecase.Lendings.assertWithheld;
import static dev.patchbay.usecase.Lendings.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.RenewalOutcome;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.port.connection.Claims;
import dev.patchbay.usecase.FakePlatform;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.ServiceProcess;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.connection.Lending;
import dev.patchbay.usecase.refresh.Verdict.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose claim may be taken over, and when: a process that died, one that paused in its call, one that only fell silent. */
class TakeOverTest {

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    private final World world = new World();
    private final Person ann = world.somebody();
    private final ServiceProcess other = world.process("other");

    @ParameterizedTest
    @ValueSource(strings = {"spotify", "overlapping", "graceful"})
    void a_dead_holder_of_a_mild_claim_is_replaced_at_once(String where) {
        FakePlatform platform = platform(where);
        Connection connection = heldBy("dying", platform);
        Instant start = world.clock.instant();
        other.presence().ended("dying");

        assertThat(tokenOf(lend(other, platform))).isNotEmpty();

        assertThat(world.clock.instant()).isEqualTo(start);
        assertThat(world.stored(connection).version()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"spotify", "overlapping", "graceful"})
    void a_silent_holder_of_a_mild_claim_is_waited_for_until_its_claim_runs_out(String where) {
        FakePlatform platform = platform(where);
        Connection _ = heldBy("silent", platform);
        Duration lease = platform.descriptor().grantClass().lease();
        Instant start = world.clock.instant();

        assertThat(tokenOf(lend(other, platform))).isNotEmpty();

        assertThat(Duration.between(start, world.clock.instant())).isBetween(lease, lease.plusMillis(500));
        assertThat(platform.refreshes()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soundcloud", "jealous"})
    void a_dead_holder_of_a_strict_claim_is_replaced_when_its_claim_has_run_out(String where) {
        FakePlatform platform = platform(where);
        Connection _ = heldBy("dying", platform);
        Instant start = world.clock.instant();
        other.presence().ended("dying");

        assertThat(tokenOf(lend(other, platform))).isNotEmpty();

        assertThat(Duration.between(start, world.clock.instant())).isBetween(seconds(65), seconds(66));
        assertThat(platform.refreshes()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soundcloud", "jealous"})
    void a_silent_holder_of_a_strict_claim_is_given_five_minutes_more(String where) {
        FakePlatform platform = platform(where);
        Instant start = world.clock.instant();
        Connection _ = heldBy("silent", platform);

        assertWithheld(lend(other, platform), State.WAITING, Cause.REFRESH_RUNNING);
        assertThat(Duration.between(start, world.clock.instant())).isBetween(seconds(75), seconds(76));
        world.clock.set(start.plusSeconds(285));
        assertWithheld(lend(world.process("third"), platform), State.WAITING, Cause.REFRESH_RUNNING);
        assertThat(platform.refreshes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"soundcloud", "jealous"})
    void after_them_it_is_tried_without_anybody_asking(String where) {
        FakePlatform platform = platform(where);
        Connection connection = heldBy("silent", platform);

        world.clock.advance(seconds(364));
        assertThat(settle(other)).isZero();
        world.clock.advance(seconds(1));
        assertThat(settle(other)).isEqualTo(1);

        assertThat(platform.refreshes()).isEqualTo(1);
        assertThat(world.stored(connection).version()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soundcloud", "jealous"})
    void a_strict_holder_that_paused_in_its_call_is_not_replaced_and_its_late_answer_counts(String where) {
        FakePlatform platform = platform(where);
        Connection connection = world.expired(ann, platform);
        platform.beforeAnswering(() -> {
            platform.beforeAnswering(() -> {});
            world.clock.advance(seconds(90));
            assertWithheld(lend(other, platform), State.WAITING, Cause.REFRESH_RUNNING);
            settle(other);
        });

        String token = tokenOf(lend(world.one, platform));

        assertThat(token).isEqualTo(world.accessTokenOf(world.stored(connection)));
        assertThat(platform.isLive(world.refreshTokenOf(world.stored(connection))))
                .isTrue();
        assertThat(platform.refreshes()).isEqualTo(1);
        assertThat(platform.spentShown()).isZero();
        assertThat(world.one.heard().outcomes()).containsExactly(RenewalOutcome.OK_LATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"spotify", "overlapping", "graceful"})
    void a_mild_holder_that_paused_in_its_call_is_replaced_and_neither_answer_does_harm(String where) {
        FakePlatform platform = platform(where);
        Connection connection = world.expired(ann, platform);
        platform.beforeAnswering(() -> {
            platform.beforeAnswering(() -> {});
            world.clock.advance(platform.descriptor().grantClass().lease());
            tokenOf(lend(other, platform));
        });

        String token = tokenOf(lend(world.one, platform));

        Connection row = world.stored(connection);
        assertThat(token).isEqualTo(world.accessTokenOf(row));
        assertThat(row.version()).isEqualTo(2);
        assertThat(platform.isLive(world.refreshTokenOf(row))).isTrue();
        assertThat(platform.revoked()).isEmpty();
        assertThat(platform.refreshes()).isEqualTo(2);
        assertThat(world.one.heard().outcomes()).containsExactly(RenewalOutcome.LOST_RACE);
    }

    @Test
    void what_a_dead_process_left_behind_is_tried_without_anybody_asking_and_once() {
        Stream<Connection> left = world.platforms.stream().map(platform -> heldBy("dying", platform)).toList().stream();
        other.presence().ended("dying");
        ServiceProcess third = world.process("third");
        third.presence().ended("dying");

        for (int second = 0; second < 70; second++) {
            settle(other);
            settle(third);
            world.clock.advance(seconds(1));
        }

        assertThat(left)
                .allSatisfy(row -> assertThat(world.stored(row).version()).isEqualTo(2));
        assertThat(world.platforms)
                .allSatisfy(platform -> assertThat(platform.refreshes()).isEqualTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soundcloud", "jealous"})
    void a_process_that_died_after_its_strict_call_leaves_a_connection_that_says_so_soon(String where) {
        FakePlatform platform = platform(where);
        Connection connection = world.expired(ann, platform);
        dieInTheCall(platform);
        other.presence().ended("dying");

        for (int second = 0; second < 70; second++) {
            settle(other);
            world.clock.advance(seconds(1));
        }

        assertThat(world.stored(connection).standing())
                .isInstanceOfSatisfying(Standing.NeedsReconnect.class, ended -> assertThat(ended.cause())
                        .isEqualTo(Cause.ROTATION_OUTCOME_UNKNOWN));
        assertThat(platform.refreshes()).isEqualTo(2);
        assertWithheld(lend(other, platform), State.NEEDS_RECONNECT, Cause.ROTATION_OUTCOME_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"spotify", "overlapping", "graceful"})
    void a_process_that_died_after_its_call_costs_nothing_where_the_old_token_is_still_good(String where) {
        FakePlatform platform = platform(where);
        Connection connection = world.expired(ann, platform);
        dieInTheCall(platform);
        other.presence().ended("dying");
        world.clock.advance(seconds(1));

        assertThat(settle(other)).isEqualTo(1);

        Connection row = world.stored(connection);
        assertThat(row.version()).isEqualTo(2);
        assertThat(platform.isLive(world.refreshTokenOf(row))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"spotify", "overlapping"})
    void a_refusal_after_a_process_died_is_a_withdrawal_where_its_call_cannot_have_used_up_the_token(String where) {
        FakePlatform platform = platform(where);
        Connection connection = world.expired(ann, platform);
        dieInTheCall(platform);
        other.presence().ended("dying");
        platform.withdraw(ann.outside());

        assertWithheld(lend(other, platform), State.NEEDS_RECONNECT, Cause.GRANT_DEAD);
        assertThat(world.stored(connection).standing()).isInstanceOf(Standing.NeedsReconnect.class);
    }

    @Test
    void a_claim_of_its_own_that_ran_out_belongs_to_nobody() {
        Connection connection = heldBy("other", world.soundcloud);
        world.clock.advance(seconds(65));

        assertThat(settle(other)).isEqualTo(1);

        assertThat(world.stored(connection).version()).isEqualTo(2);
    }

    private FakePlatform platform(String name) {
        return world.platforms.stream()
                .filter(one -> one.id().value().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Connection heldBy(String holder, FakePlatform platform) {
        Connection connection = world.expired(ann, platform);
        var claimant =
                new Claims.Claimant(holder, platform.descriptor().grantClass().lease());
        assertThat(world.store.claims().claim(connection.id(), 1, claimant, held -> false, world.clock.instant()))
                .isPresent();
        return connection;
    }

    /** The platform has done its part when the process ends. */
    private void dieInTheCall(FakePlatform platform) {
        ServiceProcess dying = world.process("dying");
        platform.beforeAnswering(() -> {
            platform.beforeAnswering(() -> {});
            throw new Killed();
        });
        assertThatThrownBy(() -> lend(dying, platform)).isInstanceOf(Killed.class);
    }

    private static int settle(ServiceProcess process) {
        return process.renewing().settleRefreshes().settle();
    }

    private Lending lend(ServiceProcess process, FakePlatform platform) {
        return process.lendToken().lend(ann.claim(), platform.id(), Optional.empty());
    }
}
