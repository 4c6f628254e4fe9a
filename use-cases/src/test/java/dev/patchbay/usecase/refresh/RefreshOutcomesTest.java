package dev.patchbay.usecase.refresh;

import static dev.patchbay.port.Fixtures.SOUNDCLOUD;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.days;
import static dev.patchbay.port.Fixtures.hours;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.seconds;
import static dev.patchbay.usecase.Lendings.assertWithheld;
import static dev.patchbay.usecase.Lendings.tokenOf;
import static dev.patchbay.usecase.Lendings.verdictOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.connection.Claims;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.connection.LendToken;
import dev.patchbay.usecase.connection.Lending;
import dev.patchbay.usecase.refresh.Verdict.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What each class of answer does to a connection, its app, and everybody else's connections. */
class RefreshOutcomesTest {

    private final World world = new World();
    private final Person ann = world.somebody();
    private final Person bob = world.somebody();

    @Test
    void a_dead_grant_ends_the_connection_and_is_asked_about_exactly_once() {
        Connection connection = world.expired(ann, world.spotify);
        world.spotify.withdraw(ann.outside());
        Instant now = world.clock.instant();

        for (int i = 0; i < 100; i++) {
            assertWithheld(lend(ann, SPOTIFY), State.NEEDS_RECONNECT, Cause.GRANT_DEAD);
            world.clock.advance(minutes(20));
        }

        assertThat(world.spotify.refreshes()).isEqualTo(1);
        assertThat(world.stored(connection).standing()).isEqualTo(new Standing.NeedsReconnect(Cause.GRANT_DEAD, now));
        assertThat(world.happenedTo(ann)).containsExactly(Event.Kind.CONNECTION_BROKEN);
        assertThat(world.appNotes.of(connection.app())).isEqualTo(new AppCondition.Fine());
    }

    @Test
    void a_grant_that_died_with_its_consent_is_said_to_have_ended_with_it() {
        world.connected(ann, world.spotify, c -> c.expiringIn(seconds(-1)).withConsentEndingIn(Duration.ZERO));
        world.spotify.withdraw(ann.outside());

        assertWithheld(lend(ann, SPOTIFY), State.NEEDS_RECONNECT, Cause.CONSENT_ENDED);
    }

    @Test
    void a_dead_grant_of_a_row_that_moved_on_is_no_dead_connection() {
        Connection connection = world.expired(ann, world.soundcloud);
        LendToken other = world.process("two").lendToken();
        world.soundcloud.nextRefresh(new TokenAnswer.GrantDead());
        world.soundcloud.beforeAnswering(() -> {
            world.soundcloud.beforeAnswering(() -> {});
            world.clock.advance(seconds(366));
            tokenOf(other.lend(ann.claim(), SOUNDCLOUD, Optional.empty()));
        });

        String token = tokenOf(lend(ann, SOUNDCLOUD));

        assertThat(token).isEqualTo(world.accessTokenOf(world.stored(connection)));
        assertThat(world.stored(connection).standing()).isEqualTo(new Standing.Active());
        assertThat(world.happenedTo(ann)).isEmpty();
    }

    @Test
    void a_dead_grant_seen_by_one_who_lost_the_claim_ends_nothing() {
        Connection connection = world.expired(ann, world.soundcloud);
        world.soundcloud.nextRefresh(new TokenAnswer.GrantDead());
        world.soundcloud.beforeAnswering(() -> {
            world.clock.advance(seconds(66));
            var another = new Claims.Claimant("another", seconds(65));
            assertThat(world.store.claims().claim(connection.id(), 1, another, held -> true, world.clock.instant()))
                    .isPresent();
        });

        assertWithheld(lend(ann, SOUNDCLOUD), State.WAITING, Cause.REFRESH_RUNNING);
        assertThat(world.stored(connection)).isEqualTo(connection);
        assertThat(world.happenedTo(ann)).isEmpty();
    }

    @Test
    void a_refused_app_is_marked_and_its_connections_wait_without_a_call() {
        Connection anns = world.expired(ann, world.spotify);
        Connection bobs = world.expired(bob, world.spotify);
        world.expired(bob, world.soundcloud);
        world.spotify.nextRefresh(new TokenAnswer.AppRefused(Cause.APP_OWNER_NOT_PREMIUM));

        assertWithheld(lend(ann, SPOTIFY), State.APP_BLOCKED, Cause.APP_OWNER_NOT_PREMIUM);
        for (int i = 0; i < 20; i++) {
            assertWithheld(lend(bob, SPOTIFY), State.APP_BLOCKED, Cause.APP_OWNER_NOT_PREMIUM);
            assertWithheld(lend(ann, SPOTIFY), State.APP_BLOCKED, Cause.APP_OWNER_NOT_PREMIUM);
        }

        assertThat(world.spotify.refreshes()).isEqualTo(1);
        assertThat(world.stored(anns)).isEqualTo(anns);
        assertThat(world.stored(bobs)).isEqualTo(bobs);
        assertThat(tokenOf(lend(bob, SOUNDCLOUD))).isNotEmpty();
    }

    @Test
    void a_refused_app_is_tried_once_in_a_while_and_forgotten_when_it_works() {
        world.expired(ann, world.spotify);
        world.expired(bob, world.spotify);
        Instant first = world.clock.instant();
        world.spotify.nextRefresh(new TokenAnswer.AppRefused(Cause.APP_REJECTED));
        world.spotify.nextRefresh(new TokenAnswer.AppRefused(Cause.APP_REJECTED));
        assertThat(verdictOf(lend(ann, SPOTIFY)).retryAt()).contains(first.plus(minutes(5)));

        world.clock.advance(minutes(5).minusSeconds(1));
        lend(bob, SPOTIFY);
        assertThat(world.spotify.refreshes()).isEqualTo(1);

        world.clock.advance(seconds(1));
        assertWithheld(lend(bob, SPOTIFY), State.APP_BLOCKED, Cause.APP_REJECTED);
        assertWithheld(lend(ann, SPOTIFY), State.APP_BLOCKED, Cause.APP_REJECTED);
        assertThat(world.spotify.refreshes()).isEqualTo(2);
        assertThat(verdictOf(lend(ann, SPOTIFY)).since()).contains(first);

        world.clock.advance(minutes(5));
        assertThat(tokenOf(lend(bob, SPOTIFY))).isNotEmpty();
        assertThat(world.appNotes.of(world.appOf(world.spotify))).isEqualTo(new AppCondition.Fine());
        assertThat(tokenOf(lend(ann, SPOTIFY))).isNotEmpty();
    }

    @Test
    void a_token_still_good_is_lent_while_its_app_is_blocked() {
        world.connected(ann, world.spotify, connection -> connection.expiringIn(minutes(9)));
        world.spotify.nextRefresh(new TokenAnswer.AppRefused(Cause.APP_REJECTED));

        Lending lending = world.lendToken.lend(ann.claim(), SPOTIFY, Optional.of(minutes(10)));

        assertThat(tokenOf(lending)).isNotEmpty();
        assertThat(world.spotify.refreshes()).isEqualTo(1);
    }

    @Test
    void an_app_told_to_pause_for_a_day_is_not_used_for_a_day_and_nobody_sleeps_on_it() {
        Connection anns = world.expired(ann, world.spotify);
        world.expired(bob, world.spotify);
        world.pause = time -> {
            throw new AssertionError("slept for " + time);
        };
        Instant start = world.clock.instant();
        world.spotify.nextRefresh(new TokenAnswer.Throttled(Cause.THROTTLED, Optional.of(days(1))));

        assertWithheld(lend(ann, SPOTIFY), State.WAITING, Cause.THROTTLED);
        while (world.clock.instant().isBefore(start.plus(days(1)))) {
            assertWithheld(lend(bob, SPOTIFY), State.WAITING, Cause.THROTTLED);
            assertThat(verdictOf(lend(ann, SPOTIFY)).retryAt()).contains(start.plus(days(1)));
            world.clock.advance(minutes(10));
        }

        assertThat(world.spotify.refreshes()).isEqualTo(1);
        assertThat(world.stored(anns)).isEqualTo(anns);
        assertThat(tokenOf(lend(bob, SPOTIFY))).isNotEmpty();
        assertThat(tokenOf(lend(ann, SPOTIFY))).isNotEmpty();
    }

    @Test
    void a_success_that_was_under_way_does_not_end_a_pause_asked_for_meanwhile() {
        world.expired(ann, world.spotify);
        world.expired(bob, world.spotify);
        LendToken other = world.process("two").lendToken();
        world.spotify.beforeAnswering(() -> {
            world.spotify.beforeAnswering(() -> {});
            world.spotify.nextRefresh(new TokenAnswer.Throttled(Cause.THROTTLED, Optional.of(days(1))));
            assertWithheld(other.lend(bob.claim(), SPOTIFY, Optional.empty()), State.WAITING, Cause.THROTTLED);
        });

        assertThat(tokenOf(lend(ann, SPOTIFY))).isNotEmpty();
        assertWithheld(lend(bob, SPOTIFY), State.WAITING, Cause.THROTTLED);
        assertThat(world.spotify.refreshes()).isEqualTo(2);
    }

    @Test
    void a_pause_without_a_time_lasts_half_a_minute() {
        world.expired(ann, world.spotify);
        world.spotify.nextRefresh(new TokenAnswer.Throttled(Cause.APP_QUOTA_EXCEEDED, Optional.empty()));

        assertWithheld(lend(ann, SPOTIFY), State.WAITING, Cause.APP_QUOTA_EXCEEDED);
        world.clock.advance(seconds(29));
        assertWithheld(lend(ann, SPOTIFY), State.WAITING, Cause.APP_QUOTA_EXCEEDED);
        world.clock.advance(seconds(1));
        assertThat(tokenOf(lend(ann, SPOTIFY))).isNotEmpty();
    }

    @Test
    void without_an_answer_of_use_the_grant_is_untouched_and_is_not_asked_about_before_its_time() {
        Connection connection = world.expired(ann, world.spotify);
        world.spotify.down(true);
        Instant start = world.clock.instant();

        for (int failures = 1; failures <= 40; failures++) {
            Verdict verdict = verdictOf(lend(ann, SPOTIFY));
            Instant retryAt = verdict.retryAt().orElseThrow();
            assertThat(verdict.cause()).contains(Cause.PROVIDER_UNAVAILABLE);
            assertThat(verdict.since()).contains(start);
            assertThat(world.stored(connection).standing())
                    .isEqualTo(new Standing.Waiting(Cause.PROVIDER_UNAVAILABLE, start, retryAt, failures));
            assertThat(Duration.between(world.clock.instant(), retryAt))
                    .isBetween(Duration.ofMillis(250), BackOff.ceiling(failures).plusMillis(250));

            world.clock.set(retryAt.minusMillis(1));
            lend(ann, SPOTIFY);
            assertThat(world.spotify.refreshes()).isEqualTo(failures);
            // So much later that the failures before do not open the breaker.
            world.clock.set(retryAt.plusSeconds(11));
        }

        assertThat(world.stored(connection).version()).isEqualTo(1);
        world.spotify.down(false);
        assertThat(tokenOf(lend(ann, SPOTIFY))).isNotEmpty();
        assertThat(world.stored(connection).standing()).isEqualTo(new Standing.Active());
    }

    @Test
    void after_a_success_the_waits_begin_anew() {
        Connection connection = world.expired(ann, world.spotify);
        for (int failures = 1; failures <= 5; failures++) {
            world.spotify.nextRefresh(new TokenAnswer.Unavailable("silence", Optional.empty()));
            world.clock.set(
                    verdictOf(lend(ann, SPOTIFY)).retryAt().orElseThrow().plusSeconds(11));
        }
        tokenOf(lend(ann, SPOTIFY));
        world.clock.advance(hours(1));
        world.spotify.nextRefresh(new TokenAnswer.Unavailable("silence", Optional.empty()));
        lend(ann, SPOTIFY);

        assertThat(world.stored(connection).standing())
                .isInstanceOfSatisfying(Standing.Waiting.class, waiting -> assertThat(waiting.failures())
                        .isEqualTo(1));
    }

    @Test
    void a_time_the_platform_names_is_waited_for_when_it_is_the_longer_one() {
        world.expired(ann, world.spotify);
        world.spotify.nextRefresh(new TokenAnswer.Unavailable("503", Optional.of(hours(3))));

        assertThat(verdictOf(lend(ann, SPOTIFY)).retryAt())
                .contains(world.clock.instant().plus(hours(3)));
    }

    @Test
    void a_token_still_good_is_lent_while_the_platform_is_away() {
        Connection connection = world.connected(ann, world.spotify, c -> c.expiringIn(minutes(9)));
        world.spotify.down(true);

        for (int i = 0; i < 50; i++) {
            assertThat(tokenOf(world.lendToken.lend(ann.claim(), SPOTIFY, Optional.of(minutes(10)))))
                    .isEqualTo(world.accessTokenOf(connection));
        }
        assertThat(world.spotify.refreshes()).isEqualTo(1);
        assertThat(world.appNotes.of(connection.app())).isEqualTo(new AppCondition.Fine());

        world.clock.advance(minutes(9));
        assertWithheld(lend(ann, SPOTIFY), State.WAITING, Cause.PROVIDER_UNAVAILABLE);
    }

    private Lending lend(Person who, ProviderId platform) {
        return world.lendToken.lend(who.claim(), platform, Optional.empty());
    }
}
