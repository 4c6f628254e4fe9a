package dev.patchbay.usecase.refresh;

import static dev.patchbay.port.Fixtures.hours;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.seconds;
import static dev.patchbay.usecase.Lendings.assertWithheld;
import static dev.patchbay.usecase.Lendings.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.Held;
import dev.patchbay.domain.connection.Lease;
import dev.patchbay.domain.connection.RenewalOutcome;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.usecase.FakePlatform;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.ServiceProcess;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.WrappedClaims;
import dev.patchbay.usecase.connection.Lending;
import dev.patchbay.usecase.refresh.Verdict.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What follows when nobody knows whether the platform acted: find out soon, and say what it was when it was that. */
class UnknownOutcomeTest {

    private final World world = new World();
    private final Person ann = world.somebody();

    @Test
    void a_refusal_after_a_lost_answer_is_a_rotation_whose_outcome_is_unknown_and_no_withdrawal() {
        for (FakePlatform platform : List.of(world.soundcloud, world.jealous)) {
            Connection connection = world.expired(ann, platform);
            platform.loseNextAnswer();
            assertWithheld(lend(platform), State.WAITING, Cause.PROVIDER_UNAVAILABLE);

            settleFor(5);

            assertThat(cause(connection)).contains(Cause.ROTATION_OUTCOME_UNKNOWN);
            assertThat(platform.refreshes()).isEqualTo(2);
        }
        assertThat(world.one.heard().outcomes())
                .containsExactly(
                        RenewalOutcome.UNKNOWN, RenewalOutcome.GRANT_DEAD,
                        RenewalOutcome.UNKNOWN, RenewalOutcome.GRANT_DEAD);
    }

    @Test
    void it_stays_that_over_other_failures_in_between() {
        Connection connection = world.expired(ann, world.soundcloud);
        world.soundcloud.loseNextAnswer();
        lend(world.soundcloud);
        world.clock.advance(seconds(20));
        world.soundcloud.nextRefresh(new TokenAnswer.Unavailable("no route", Optional.empty(), false));
        lend(world.soundcloud);
        world.clock.advance(seconds(20));
        world.soundcloud.nextRefresh(new TokenAnswer.Throttled(Cause.THROTTLED, Optional.of(seconds(10))));
        lend(world.soundcloud);
        world.clock.advance(hours(1));
        world.soundcloud.nextRefresh(new TokenAnswer.AppRefused(Cause.APP_REJECTED));
        lend(world.soundcloud);
        world.clock.advance(hours(1));

        assertWithheld(lend(world.soundcloud), State.NEEDS_RECONNECT, Cause.ROTATION_OUTCOME_UNKNOWN);
        assertThat(cause(connection)).contains(Cause.ROTATION_OUTCOME_UNKNOWN);
    }

    @Test
    void a_call_that_never_reached_the_platform_leaves_no_doubt() {
        Connection connection = world.expired(ann, world.soundcloud);
        world.soundcloud.nextRefresh(new TokenAnswer.Unavailable("no route", Optional.empty(), false));
        lend(world.soundcloud);
        assertThat(world.store.claims().unsettled(10, world.clock.instant().plus(hours(1))))
                .isEmpty();
        world.soundcloud.withdraw(ann.outside());
        world.clock.advance(minutes(1));

        lend(world.soundcloud);

        assertThat(cause(connection)).contains(Cause.GRANT_DEAD);
        assertThat(world.one.heard().outcomes()).containsExactly(RenewalOutcome.UNAVAILABLE, RenewalOutcome.GRANT_DEAD);
    }

    @Test
    void a_lost_answer_is_no_doubt_where_the_token_stays_as_it_is() {
        for (FakePlatform platform : List.of(world.spotify, world.overlapping)) {
            Connection connection = world.expired(ann, platform);
            platform.loseNextAnswer();
            lend(platform);
            world.clock.advance(minutes(1));
            platform.withdraw(ann.outside());

            lend(platform);

            assertThat(cause(connection)).contains(Cause.GRANT_DEAD);
        }
    }

    @Test
    void a_lost_answer_of_a_platform_with_a_grace_window_is_asked_for_again_inside_the_window() {
        for (int i = 0; i < 30; i++) {
            Person somebody = world.somebody();
            Connection connection = world.expired(somebody, world.graceful);
            Duration timeout = world.graceful.descriptor().grantClass().callTimeout();
            world.graceful.loseNextAnswer();
            world.graceful.beforeAnswering(() -> {
                world.graceful.beforeAnswering(() -> {});
                world.clock.advance(timeout);
            });
            lend(somebody, world.graceful);

            settleFor(4);

            Connection row = world.stored(connection);
            assertThat(row.version()).isEqualTo(2);
            assertThat(world.graceful.isLive(world.refreshTokenOf(row))).isTrue();
            world.clock.advance(minutes(1));
        }
    }

    @Test
    void a_lost_answer_that_was_never_processed_is_no_loss() {
        for (FakePlatform platform : world.platforms) {
            Connection connection = world.expired(ann, platform);
            platform.nextRefresh(new TokenAnswer.Unavailable("silence", Optional.empty()));
            lend(platform);

            settleFor(3);
            world.clock.advance(minutes(1));

            assertThat(tokenOf(lend(platform))).isNotEmpty();
            assertThat(platform.isLive(world.refreshTokenOf(world.stored(connection))))
                    .isTrue();
            assertThat(world.store.claims().unsettled(10, world.clock.instant()))
                    .isEmpty();
        }
    }

    @Test
    void what_is_in_doubt_at_a_platform_in_trouble_is_not_asked_about_before_its_time() {
        Connection connection = world.expired(ann, world.soundcloud);
        world.soundcloud.down(true);
        lend(world.soundcloud);

        for (int second = 0; second < 3600; second++) {
            world.one.renewing().settleRefreshes().settle();
            world.clock.advance(seconds(1));
        }

        assertThat(world.soundcloud.refreshes()).isBetween(8, 40);
        assertThat(world.stored(connection).standing()).isInstanceOf(Standing.Waiting.class);
    }

    @Test
    void a_call_is_not_sent_when_its_claim_took_so_long_that_it_might_end_before_the_call_does() {
        for (FakePlatform platform : world.platforms) {
            Duration sendWithin = platform.descriptor().grantClass().sendWithin();
            Connection connection = world.expired(ann, platform);

            Lending tooLate = lendWithClaimTaking(sendWithin.plusMillis(1), platform);

            assertWithheld(tooLate, State.WAITING, Cause.REFRESH_RUNNING);
            assertThat(platform.refreshes()).isZero();
            assertThat(world.store.claims().unsettled(10, world.clock.instant()))
                    .isEmpty();

            assertThat(tokenOf(lendWithClaimTaking(sendWithin, platform))).isNotEmpty();
            assertThat(platform.refreshes()).isEqualTo(1);
            assertThat(world.stored(connection).version()).isEqualTo(2);
        }
    }

    private Lending lendWithClaimTaking(Duration time, FakePlatform platform) {
        var slow = new WrappedClaims(world.store.claims()) {
            @Override
            public Optional<Lease> claim(
                    ConnectionId id, long version, Claimant claimant, Predicate<Held> mayTakeOver, Instant now) {
                Optional<Lease> lease = super.claim(id, version, claimant, mayTakeOver, now);
                world.clock.advance(time);
                return lease;
            }
        };
        ServiceProcess process = world.aProcess("slow").with(slow).start();
        return process.lendToken().lend(ann.claim(), platform.id(), Optional.empty());
    }

    private void settleFor(int seconds) {
        for (int second = 0; second < seconds; second++) {
            world.clock.advance(seconds(1));
            world.one.renewing().settleRefreshes().settle();
        }
    }

    private Optional<Cause> cause(Connection connection) {
        return world.stored(connection).standing() instanceof Standing.NeedsReconnect(var cause, var since)
                ? Optional.of(cause)
                : Optional.empty();
    }

    private Lending lend(FakePlatform platform) {
        return lend(ann, platform);
    }

    private Lending lend(Person who, FakePlatform platform) {
        return world.lendToken.lend(who.claim(), platform.id(), Optional.empty());
    }
}
