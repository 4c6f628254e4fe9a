package dev.patchbay.usecase.connection;

import static dev.patchbay.port.Fixtures.SOUNDCLOUD;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.days;
import static dev.patchbay.port.Fixtures.hours;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.seconds;
import static dev.patchbay.usecase.Lendings.tokenOf;
import static dev.patchbay.usecase.World.DEVICE;
import static dev.patchbay.usecase.World.YOUTUBE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.domain.connection.WhoAnswer;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.usecase.FakePlatform;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.World.Trip;
import dev.patchbay.usecase.attempt.Outcome;
import dev.patchbay.usecase.attempt.Refusal;
import dev.patchbay.usecase.attempt.ReturnFromProvider.Landing;
import dev.patchbay.usecase.attempt.Wish;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompleteConnectionTest {

    private final World world = new World();
    private final Person ann = world.somebody();

    @Test
    void a_consent_becomes_a_connection_once_the_platform_said_who_it_is() {
        Connection connection = connected(connect(world.spotify, "ann-outside"));

        assertThat(world.stored(connection)).isEqualTo(connection);
        assertThat(connection.account()).isEqualTo(ann.account().id());
        assertThat(connection.platform()).isEqualTo(SPOTIFY);
        assertThat(connection.app()).isEqualTo(world.appOf(world.spotify));
        assertThat(connection.who().id()).isEqualTo("ann-outside");
        assertThat(connection.version()).isEqualTo(1);
        assertThat(connection.standing()).isEqualTo(new Standing.Active());
        assertThat(connection.lastRefreshedAt()).isEmpty();
        assertThat(world.spotify.isLive(world.accessTokenOf(connection))).isTrue();
        assertThat(world.spotify.isLive(world.refreshTokenOf(connection))).isTrue();
        assertThat(world.spotify.exchanges()).isEqualTo(1);
        assertThat(world.spotify.whoAsked()).isEqualTo(1);
        assertThat(world.happenedTo(ann)).containsExactly(Event.Kind.PLATFORM_CONNECTED);
    }

    @Test
    void both_clocks_start_when_the_code_was_exchanged() {
        Instant now = world.clock.instant();

        Connection connection = connected(connect(world.spotify, "ann-outside"));

        assertThat(connection.connectedAt()).isEqualTo(now);
        assertThat(connection.clocks().consentedAt()).isEqualTo(now);
        assertThat(connection.clocks().accessExpiresAt()).isEqualTo(now.plus(hours(1)));
        assertThat(connection.clocks().reauthorizeBy())
                .contains(now.atOffset(ZoneOffset.UTC).plusMonths(6).toInstant());
    }

    @Test
    void scopes_the_answer_does_not_name_are_those_asked_for() {
        assertThat(connected(connect(world.spotify, "a")).scopes())
                .isEqualTo(Scopes.of("playlist-read-private", "user-read-email"));

        world.soundcloud.scopes(Scopes.of("user-read-email"));
        assertThat(connected(connect(world.soundcloud, "b")).scopes()).isEqualTo(Scopes.of("user-read-email"));
    }

    @Test
    void a_consent_that_the_answer_says_will_end_ends_then() {
        world.youtube.consentLasting(days(7));

        Connection connection = connected(connect(world.youtube, "ann-outside"));

        assertThat(connection.clocks().reauthorizeBy())
                .contains(connection.clocks().consentedAt().plus(days(7)));
    }

    @Test
    void a_grant_that_the_platform_has_something_against_is_not_kept_and_ended() {
        world.youtube.objectingTo(Cause.SCOPE_MISSING);

        assertThat(connect(world.youtube, "ann-outside"))
                .isEqualTo(new Outcome.Withheld(Cause.SCOPE_MISSING, world.appOf(world.youtube)));

        assertThat(world.store.connections().of(ann.account().id())).isEmpty();
        assertThat(world.youtube.whoAsked()).isZero();
        assertThat(world.youtube.liveConsents()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_ON_APP_LIST", "APP_OWNER_NOT_PREMIUM", "SCOPE_MISSING"})
    void who_gets_through_consent_without_a_seat_or_premium_is_told_and_not_connected(Cause cause) {
        world.soundcloud.nextWho(new WhoAnswer.Refused(cause));

        assertThat(connect(world.soundcloud, "ann-outside"))
                .isEqualTo(new Outcome.Withheld(cause, world.appOf(world.soundcloud)));

        assertThat(world.store.connections().of(ann.account().id())).isEmpty();
        assertThat(world.soundcloud.whoAsked()).isEqualTo(1);
        assertThat(world.soundcloud.liveConsents()).isZero();
    }

    @Test
    void a_pause_asked_for_at_the_question_is_noted_with_the_app() {
        world.spotify.nextWho(new WhoAnswer.Throttled(Cause.THROTTLED, Optional.of(days(1))));

        assertThat(connect(world.spotify, "ann-outside"))
                .isEqualTo(new Outcome.Withheld(Cause.THROTTLED, world.appOf(world.spotify)));

        Instant now = world.clock.instant();
        assertThat(world.appNotes.of(world.appOf(world.spotify)))
                .isEqualTo(new AppCondition.CoolingDown(Cause.THROTTLED, now, now.plus(days(1))));
        assertThat(world.store.connections().of(ann.account().id())).isEmpty();
    }

    @Test
    void a_question_without_an_answer_is_asked_once_more_before_a_person_has_to_consent_again() {
        world.spotify.nextWho(new WhoAnswer.Unavailable("502", Optional.empty()));

        assertThat(connect(world.spotify, "ann-outside")).isInstanceOf(Outcome.Connected.class);
        assertThat(world.spotify.whoAsked()).isEqualTo(2);
        assertThat(world.spotify.exchanges()).isEqualTo(1);
    }

    @Test
    void a_question_without_an_answer_twice_is_given_up_and_so_are_the_tokens() {
        world.soundcloud.nextWho(new WhoAnswer.Unavailable("502", Optional.empty()));
        world.soundcloud.nextWho(new WhoAnswer.Unavailable("502", Optional.empty()));

        assertRefused(connect(world.soundcloud, "ann-outside"), Refusal.PROVIDER_UNAVAILABLE);
        assertThat(world.soundcloud.whoAsked()).isEqualTo(2);
        assertThat(world.soundcloud.liveConsents()).isZero();
    }

    @Test
    void a_new_token_that_is_not_accepted_is_no_success() {
        world.spotify.nextWho(new WhoAnswer.TokenNotAccepted());

        assertRefused(connect(world.spotify, "ann-outside"), Refusal.PROVIDER_UNAVAILABLE);
        assertThat(world.store.connections().of(ann.account().id())).isEmpty();
    }

    @Test
    void each_answer_of_the_token_endpoint_has_its_own_end_and_nobody_is_asked_who_it_is() {
        world.spotify.nextExchange(new TokenAnswer.GrantDead());
        assertRefused(connect(world.spotify, "a"), Refusal.CODE_REFUSED);

        world.spotify.nextExchange(new TokenAnswer.Unavailable("502", Optional.empty()));
        assertRefused(connect(world.spotify, "a"), Refusal.PROVIDER_UNAVAILABLE);

        world.spotify.nextExchange(new TokenAnswer.AppRefused(Cause.APP_REJECTED));
        assertThat(connect(world.spotify, "a"))
                .isEqualTo(new Outcome.Withheld(Cause.APP_REJECTED, world.appOf(world.spotify)));
        assertThat(world.appNotes.of(world.appOf(world.spotify))).isInstanceOf(AppCondition.Blocked.class);

        world.spotify.nextExchange(new TokenAnswer.Throttled(Cause.APP_QUOTA_EXCEEDED, Optional.of(minutes(5))));
        assertThat(connect(world.spotify, "a"))
                .isEqualTo(new Outcome.Withheld(Cause.APP_QUOTA_EXCEEDED, world.appOf(world.spotify)));
        assertThat(world.appNotes.of(world.appOf(world.spotify))).isInstanceOf(AppCondition.CoolingDown.class);

        assertThat(world.spotify.whoAsked()).isZero();
        assertThat(world.spotify.exchanges()).isEqualTo(4);
    }

    @Test
    void an_app_that_connects_somebody_works_again() {
        world.appNotes.refused(world.appOf(world.spotify), Cause.APP_REJECTED);

        connected(connect(world.spotify, "ann-outside"));

        assertThat(world.appNotes.of(world.appOf(world.spotify))).isEqualTo(new AppCondition.Fine());
    }

    @Test
    void reconnecting_keeps_id_and_history_and_restarts_the_consents_clock() {
        Connection old = world.connected(ann, world.soundcloud, fixture -> fixture.version(7)
                .expiringIn(seconds(-1))
                .withConsentEndingIn(days(-1))
                .standing(new Standing.NeedsReconnect(Cause.CONSENT_ENDED, world.clock.instant())));

        Connection again = connected(connect(world.soundcloud, ann.outside()));

        assertThat(again.id()).isEqualTo(old.id());
        assertThat(again.connectedAt()).isEqualTo(old.connectedAt());
        assertThat(again.version()).isEqualTo(8);
        assertThat(again.standing()).isEqualTo(new Standing.Active());
        assertThat(again.clocks().consentedAt()).isEqualTo(world.clock.instant());
        assertThat(again.clocks().consentHasEnded(world.clock.instant())).isFalse();
        assertThat(world.stored(old)).isEqualTo(again);
        assertThat(world.refreshTokenOf(again)).isNotEqualTo(world.refreshTokenOf(old));
        assertThat(world.happenedTo(ann)).containsExactly(Event.Kind.PLATFORM_RECONNECTED);
        assertThat(tokenOf(world.lendToken.lend(ann.claim(), SOUNDCLOUD, Optional.empty())))
                .isEqualTo(world.accessTokenOf(again));
    }

    @Test
    void a_renewed_consent_without_a_refresh_token_does_not_keep_the_one_of_the_old() {
        world.connected(ann, world.spotify);
        String access = world.spotify.granted(ann.outside()).access();
        world.spotify.nextExchange(new TokenAnswer.Granted(
                "Bearer", Secret.of(access), Optional.empty(), Optional.empty(), Optional.empty()));

        Connection again = connected(connect(world.spotify, ann.outside()));

        assertThat(again.tokens().refreshToken()).isEmpty();
        assertThat(again.clocks().accessExpiresAt())
                .isEqualTo(world.clock.instant().plus(minutes(30)));
    }

    @Test
    void another_outside_account_waits_for_a_yes_and_the_old_connection_is_untouched() {
        Connection old = world.connected(ann, world.soundcloud);

        assertRefused(connect(world.soundcloud, "somebody-else"), Refusal.DIFFERENT_ACCOUNT);

        assertThat(world.replaceAccount.waiting(ann.in(), SOUNDCLOUD))
                .hasValueSatisfying(parked -> assertThat(parked.who().id()).isEqualTo("somebody-else"));
        assertThat(world.stored(old)).isEqualTo(old);
        assertThat(world.soundcloud.isLive(world.refreshTokenOf(old))).isTrue();
        assertThat(world.soundcloud.liveConsents()).isEqualTo(2);
        assertThat(world.soundcloud.revoked()).isEmpty();
        assertThat(tokenOf(world.lendToken.lend(ann.claim(), SOUNDCLOUD, Optional.empty())))
                .isEqualTo(world.accessTokenOf(old));
    }

    @Test
    void a_second_one_that_waits_ends_the_grant_of_the_first_unless_it_may_be_the_same() {
        world.connected(ann, world.soundcloud);
        assertRefused(connect(world.soundcloud, "somebody-else"), Refusal.DIFFERENT_ACCOUNT);

        assertRefused(connect(world.soundcloud, "somebody-else"), Refusal.DIFFERENT_ACCOUNT);
        assertThat(world.soundcloud.revoked()).isEmpty();

        assertRefused(connect(world.soundcloud, "a-third"), Refusal.DIFFERENT_ACCOUNT);
        assertThat(world.soundcloud.revoked()).hasSize(1);
        assertThat(world.replaceAccount.waiting(ann.in(), SOUNDCLOUD))
                .hasValueSatisfying(parked -> assertThat(parked.who().id()).isEqualTo("a-third"));
    }

    @Test
    void a_reconnect_that_fails_does_not_end_the_grant_that_is_there() {
        Connection old = world.connected(ann, world.youtube);
        world.youtube.nextWho(new WhoAnswer.Unavailable("502", Optional.empty()));
        world.youtube.nextWho(new WhoAnswer.Unavailable("502", Optional.empty()));

        assertRefused(connect(world.youtube, ann.outside()), Refusal.PROVIDER_UNAVAILABLE);

        assertThat(world.stored(old)).isEqualTo(old);
        assertThat(world.youtube.isLive(world.refreshTokenOf(old))).isTrue();
        world.clock.advance(hours(1));
        assertThat(tokenOf(world.lendToken.lend(ann.claim(), YOUTUBE, Optional.empty())))
                .isNotEmpty();
    }

    @Test
    void a_renewal_in_between_does_not_lose_a_reconnect() {
        Connection old = world.expired(ann, world.soundcloud);
        world.soundcloud.beforeAnswering(() -> connected(connect(world.soundcloud, ann.outside())));

        String token = tokenOf(world.lendToken.lend(ann.claim(), SOUNDCLOUD, Optional.empty()));

        Connection row = world.stored(old);
        assertThat(row.version()).isEqualTo(2);
        assertThat(row.lastRefreshedAt()).isEmpty();
        assertThat(token).isEqualTo(world.accessTokenOf(row));
        assertThat(world.soundcloud.isLive(world.refreshTokenOf(row))).isTrue();
    }

    @Test
    void two_who_connect_the_same_platform_at_once_end_with_one_connection() {
        Trip first = world.connecting(ann, world.soundcloud, Wish.browser());
        Trip second = world.connecting(ann, world.soundcloud, Wish.browser());

        Connection one = connected(land(first, world.soundcloud, "ann-outside"));
        Connection two = connected(land(second, world.soundcloud, "ann-outside"));

        assertThat(two.id()).isEqualTo(one.id());
        assertThat(two.version()).isEqualTo(2);
        assertThat(world.store.connections().of(ann.account().id())).containsExactly(two);
    }

    @Test
    void the_same_outside_account_may_be_connected_by_two_people() {
        Person bob = world.somebody();
        connected(connect(world.spotify, "shared"));

        Trip trip = world.connecting(bob, world.spotify, Wish.browser());
        assertThat(connected(land(trip, world.spotify, "shared")).account())
                .isEqualTo(bob.account().id());
    }

    @Test
    void no_outcome_prints_a_token() {
        Outcome outcome = connect(world.spotify, "ann-outside");

        assertThat(outcome.toString())
                .doesNotContain(world.accessTokenOf(connected(outcome)))
                .doesNotContain(world.refreshTokenOf(connected(outcome)));
        assertThat(Set.of(outcome).toString()).doesNotContain("spotify-rt");
    }

    private Outcome connect(FakePlatform platform, String user) {
        return land(world.connecting(ann, platform, Wish.browser()), platform, user);
    }

    private Outcome land(Trip trip, FakePlatform platform, String user) {
        Landing landing =
                world.attempting.returning().land(world.consenting(trip, platform, user), trip.cookies(), DEVICE);
        return ((Landing.Ended) landing).outcome();
    }

    private static Connection connected(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Connected.class);
        return ((Outcome.Connected) outcome).connection();
    }

    private static void assertRefused(Outcome outcome, Refusal refusal) {
        assertThat(outcome).isEqualTo(new Outcome.Refused(refusal));
    }
}
