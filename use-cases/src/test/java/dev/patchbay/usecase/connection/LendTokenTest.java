package dev.patchbay.usecase.connection;

import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.days;
import static dev.patchbay.port.Fixtures.hours;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.port.Fixtures.seconds;
import static dev.patchbay.usecase.Lendings.assertWithheld;
import static dev.patchbay.usecase.Lendings.tokenOf;
import static dev.patchbay.usecase.Lendings.verdictOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.NextAction;
import dev.patchbay.domain.connection.RenewalOutcome;
import dev.patchbay.domain.connection.SealedTokens;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.session.SessionClaim;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.Fixtures;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.TokenHabit;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.refresh.SealTokens;
import dev.patchbay.usecase.refresh.Verdict.State;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LendTokenTest {

    private final World world = new World();
    private final Person ann = world.somebody();

    @Test
    void a_fresh_token_is_lent_from_one_look_at_the_store_and_without_a_call() {
        Connection connection = world.connected(ann, world.spotify);
        List<String> asked = new ArrayList<>();
        Connections noting = (Connections) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connections.class}, (proxy, method, arguments) -> {
                    asked.add(method.getName());
                    return method.invoke(world.store.connections(), arguments);
                });

        Lending lending =
                world.aProcess("noting").with(noting).start().lendToken().lend(ann.claim(), SPOTIFY, Optional.empty());

        assertThat(tokenOf(lending)).isEqualTo(world.accessTokenOf(connection));
        assertThat(asked).containsExactly("lookUp");
        assertThat(world.spotify.refreshes()).isZero();
        var lent = (Lending.Lent) lending;
        assertThat(lent.expiresAt()).contains(connection.clocks().accessExpiresAt());
        assertThat(lent.clientId()).isEqualTo(connection.app().clientId());
        assertThat(lent.scopes()).isEqualTo(connection.scopes());
        assertThat(lent.tokenType()).isEqualTo("Bearer");
        assertThat(lent.toString()).doesNotContain(world.accessTokenOf(connection));
    }

    @Test
    void without_a_living_session_nothing_is_lent() {
        world.expired(ann, world.spotify);
        Person bob = world.somebody();
        var foreign = new SessionClaim(
                bob.session().id(), ann.account().id(), ann.session().expiresAt());
        assertThat(world.lendToken.lend(foreign, SPOTIFY, Optional.empty())).isEqualTo(new Lending.NoSession());

        world.store.sessions().end(ann.account().id(), ann.session().id(), world.clock.instant());

        assertThat(lend()).isEqualTo(new Lending.NoSession());
        assertThat(world.lendToken.lendRefreshed(ann.claim(), SPOTIFY)).isEqualTo(new Lending.NoSession());
        assertThat(world.spotify.refreshes()).isZero();
    }

    @Test
    void who_is_not_connected_is_told_to_connect() {
        assertWithheld(lend(), State.NOT_CONNECTED, Cause.NOT_CONNECTED);
        assertThat(verdictOf(lend()).nextAction()).contains(NextAction.CONNECT);
        assertThat(world.lendToken.lend(ann.claim(), new ProviderId("nowhere"), Optional.empty()))
                .isEqualTo(new Lending.UnknownPlatform());
    }

    @Test
    void an_expired_token_is_renewed_first_and_its_refresh_token_is_kept_for_the_next_version() {
        Connection connection = world.expired(ann, world.spotify);
        String refreshToken = world.refreshTokenOf(connection);

        Lending lending = lend();

        Connection row = world.stored(connection);
        assertThat(tokenOf(lending)).isEqualTo(world.accessTokenOf(row)).isNotEqualTo(world.accessTokenOf(connection));
        assertThat(world.spotify.isLive(tokenOf(lending))).isTrue();
        assertThat(row.version()).isEqualTo(2);
        assertThat(world.refreshTokenOf(row)).isEqualTo(refreshToken);
        assertThat(row.lastRefreshedAt()).contains(world.clock.instant());
        assertThat(row.clocks().accessExpiresAt())
                .isEqualTo(world.clock.instant().plus(hours(1)));
        assertThat(row.clocks().reauthorizeBy()).isEqualTo(connection.clocks().reauthorizeBy());
        assertThat(row.clocks().consentedAt()).isEqualTo(connection.clocks().consentedAt());

        assertThat(tokenOf(lend())).isEqualTo(tokenOf(lending));
        assertThat(world.spotify.refreshes()).isEqualTo(1);
    }

    @Test
    void a_rotated_refresh_token_replaces_the_old_one_which_is_never_shown_again() {
        Connection connection = world.expired(ann, world.soundcloud);

        for (int hour = 1; hour <= 50; hour++) {
            String token = tokenOf(world.lendToken.lend(ann.claim(), world.soundcloud.id(), Optional.empty()));
            assertThat(world.soundcloud.isLive(token)).isTrue();
            assertThat(world.soundcloud.isLive(world.refreshTokenOf(world.stored(connection))))
                    .isTrue();
            world.clock.advance(hours(1));
        }

        assertThat(world.soundcloud.refreshes()).isEqualTo(50);
        assertThat(world.soundcloud.spentShown()).isZero();
        assertThat(world.stored(connection).version()).isEqualTo(51);
    }

    @Test
    void the_time_of_a_token_is_counted_from_the_question_not_from_the_answer() {
        Connection connection = world.expired(ann, world.spotify);
        var asked = world.clock.instant();
        world.spotify.beforeAnswering(() -> world.clock.advance(seconds(9)));

        assertThat(((Lending.Lent) lend()).expiresAt()).contains(asked.plus(hours(1)));
        assertThat(world.stored(connection).clocks().accessIssuedAt()).isEqualTo(asked);
    }

    @Test
    void an_answer_that_does_not_say_gives_the_usual_life_and_the_scopes_as_they_were() {
        Connection connection = world.expired(ann, world.spotify);
        world.spotify.expiresIn(Optional.empty());

        var lent = (Lending.Lent) lend();

        assertThat(lent.expiresAt()).contains(world.clock.instant().plus(minutes(30)));
        assertThat(lent.scopes()).isEqualTo(connection.scopes());
    }

    @Test
    void scopes_that_a_refresh_took_away_are_gone() {
        world.expired(ann, world.spotify);
        world.spotify.scopes(Scopes.of("user-read-email"));

        assertThat(((Lending.Lent) lend()).scopes()).isEqualTo(Scopes.of("user-read-email"));
    }

    @Test
    void a_token_good_for_less_than_was_asked_is_renewed_first() {
        world.connected(ann, world.spotify, connection -> connection.expiringIn(minutes(9)));

        assertThat(tokenOf(lend())).isNotEmpty();
        assertThat(world.spotify.refreshes()).isZero();

        world.lendToken.lend(ann.claim(), SPOTIFY, Optional.of(minutes(10)));
        assertThat(world.spotify.refreshes()).isEqualTo(1);
    }

    @Test
    void a_token_of_a_minute_can_be_lent_without_a_refresh_for_every_question() {
        world.spotify.expiresIn(Optional.of(seconds(60)));
        world.expired(ann, world.spotify);

        for (int i = 0; i < 25; i++) {
            tokenOf(lend());
            world.clock.advance(seconds(1));
        }

        assertThat(world.spotify.refreshes()).isEqualTo(1);
    }

    @Test
    void a_forced_renewal_happens_once_in_ten_seconds_at_most() {
        world.connected(ann, world.spotify);

        for (int i = 0; i < 60; i++) {
            tokenOf(world.lendToken.lendRefreshed(ann.claim(), SPOTIFY));
            world.clock.advance(seconds(1));
        }

        assertThat(world.spotify.refreshes()).isBetween(5, 6);
    }

    @Test
    void a_forced_renewal_that_fails_does_not_pass_off_the_old_token_as_new() {
        world.connected(ann, world.spotify);
        world.spotify.down(true);

        assertWithheld(world.lendToken.lendRefreshed(ann.claim(), SPOTIFY), State.WAITING, Cause.PROVIDER_UNAVAILABLE);
        assertThat(tokenOf(lend())).isNotEmpty();
    }

    @Test
    void what_cannot_be_renewed_is_lent_while_it_lasts() {
        Connection connection = world.connected(
                ann, world.spotify, fixture -> fixture.withoutRefreshToken().expiringIn(minutes(9)));

        String token = tokenOf(world.lendToken.lend(ann.claim(), SPOTIFY, Optional.of(minutes(10))));

        assertThat(token).isEqualTo(world.accessTokenOf(connection));
        assertWithheld(
                world.lendToken.lendRefreshed(ann.claim(), SPOTIFY), State.NEEDS_RECONNECT, Cause.NO_REFRESH_TOKEN);
        assertThat(world.stored(connection).standing()).isEqualTo(new Standing.Active());
        assertThat(tokenOf(lend())).isEqualTo(token);
    }

    @Test
    void what_cannot_be_renewed_needs_the_person_once_it_has_expired() {
        Connection connection = world.connected(
                ann, world.spotify, fixture -> fixture.withoutRefreshToken().expiringIn(seconds(-1)));

        assertWithheld(lend(), State.NEEDS_RECONNECT, Cause.NO_REFRESH_TOKEN);
        assertThat(world.stored(connection).standing()).isInstanceOf(Standing.NeedsReconnect.class);
        assertThat(world.spotify.refreshes()).isZero();
    }

    @Test
    void an_access_token_that_cannot_be_read_is_as_good_as_none_and_is_renewed() {
        Connection connection = world.connected(ann, world.spotify);
        SealedTokens next = new SealTokens(world.vault.sealerFor(connection.keyOwner()))
                .sealNext(
                        connection,
                        "Bearer",
                        Secret.of("another"),
                        Optional.of(Secret.of(world.refreshTokenOf(connection))));
        // An access token sealed for the version before: it opens nowhere.
        var spoilt = new SealedTokens("Bearer", connection.tokens().accessToken(), next.refreshToken());
        Connection row = connection.refreshed(spoilt, connection.scopes(), connection.clocks());
        assertThat(world.store.connections().advance(row)).isTrue();

        String token = tokenOf(lend());

        assertThat(token).isEqualTo(world.accessTokenOf(world.stored(connection)));
        assertThat(world.spotify.refreshes()).isEqualTo(1);
    }

    @Test
    void what_cannot_be_read_is_not_shown_to_anybody_and_is_put_aside_for_good() {
        Connection connection = world.expired(ann, world.spotify);
        world.vault.destroyKeysOf(ann.account().id());
        Instant now = world.clock.instant();

        for (int i = 0; i < 3; i++) {
            assertWithheld(lend(), State.NEEDS_RECONNECT, Cause.SECRET_UNREADABLE);
            world.clock.advance(minutes(1));
        }

        assertThat(world.spotify.refreshes()).isZero();
        assertThat(world.stored(connection).standing())
                .isEqualTo(new Standing.Quarantined(Cause.SECRET_UNREADABLE, now));
        assertThat(world.one.heard().outcomes()).containsExactly(RenewalOutcome.QUARANTINED);
    }

    @Test
    void an_expired_token_of_an_app_that_is_gone_waits_for_the_operator() {
        world.expired(ann, world.spotify);
        ClientApp other = new ClientApp(
                Fixtures.anAppOf(SPOTIFY),
                ClientApp.Kind.SHARED,
                Optional.empty(),
                Fixtures.aSharedApp(SPOTIFY).redirectUri());
        world.apps.put(SPOTIFY, other);
        assertWithheld(lend(), State.APP_BLOCKED, Cause.APP_MISSING);

        world.apps.remove(SPOTIFY);
        assertWithheld(lend(), State.APP_BLOCKED, Cause.APP_MISSING);
        assertThat(world.spotify.refreshes()).isZero();
    }

    @Test
    void a_connection_that_needs_its_person_is_not_asked_for_and_its_old_token_not_lent() {
        var since = world.clock.instant().minus(days(1));
        world.connected(
                ann, world.spotify, fixture -> fixture.standing(new Standing.NeedsReconnect(Cause.GRANT_DEAD, since)));

        assertWithheld(lend(), State.NEEDS_RECONNECT, Cause.GRANT_DEAD);
        assertThat(verdictOf(lend()).since()).contains(since);
        assertThat(verdictOf(lend()).nextAction()).contains(NextAction.RECONNECT);
        assertWithheld(world.lendToken.lendRefreshed(ann.claim(), SPOTIFY), State.NEEDS_RECONNECT, Cause.GRANT_DEAD);
        assertThat(world.spotify.refreshes()).isZero();
    }

    @Test
    void an_answer_that_repeats_the_refresh_token_is_as_good_as_one_without() {
        Connection connection = world.expired(ann, world.spotify);
        world.spotify.habit(TokenHabit.ECHOES);

        tokenOf(lend());

        assertThat(world.refreshTokenOf(world.stored(connection))).isEqualTo(world.refreshTokenOf(connection));
    }

    @Test
    void a_token_that_ran_out_on_its_way_here_is_not_lent() {
        world.expired(ann, world.spotify);
        world.spotify.expiresIn(Optional.of(seconds(30)));
        world.spotify.beforeAnswering(() -> world.clock.advance(Duration.ofSeconds(40)));

        assertWithheld(lend(), State.WAITING, Cause.REFRESH_RUNNING);

        world.spotify.beforeAnswering(() -> {});
        assertThat(tokenOf(lend())).isNotEmpty();
    }

    private Lending lend() {
        return world.lendToken.lend(ann.claim(), SPOTIFY, Optional.empty());
    }
}
