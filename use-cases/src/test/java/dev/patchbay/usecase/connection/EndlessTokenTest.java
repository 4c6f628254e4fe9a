package dev.patchbay.usecase.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.attempt.State;
import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Clocks;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.connection.WhoAnswer;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.attempt.Outcome;
import dev.patchbay.usecase.attempt.ReturnFromProvider.Landing;
import dev.patchbay.usecase.attempt.Wish;
import dev.patchbay.usecase.connection.ConnectionHealth.Report;
import dev.patchbay.usecase.refresh.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A platform whose access tokens do not end by themselves, and which renews none. */
class EndlessTokenTest {
    private final World world = new World();
    private final Person ann = world.somebody();

    @Test
    void a_connection_has_a_clock_without_an_end() {
        Connection connection = connect();

        assertThat(connection.clocks().accessEnds()).isEmpty();
        assertThat(connection.clocks().accessExpiresAt()).isEqualTo(Clocks.NEVER);
        assertThat(connection.clocks().reauthorizeBy()).isEmpty();
        assertThat(connection.tokens().refreshToken()).isEmpty();
    }

    @Test
    void its_token_is_lent_for_ever_and_never_renewed() {
        Connection connection = connect();
        world.clock.advance(Duration.ofDays(4000));

        Lending.Lent lent = (Lending.Lent) world.lendToken.lend(ann.claim(), world.lastfm.id(), Optional.empty());

        assertThat(lent.accessToken().reveal()).isEqualTo(world.accessTokenOf(connection));
        assertThat(lent.expiresAt()).isEmpty();
        assertThat(lent.tokenType()).isEqualTo("Session");
        assertThat(lent.clientId()).isEqualTo(connection.app().clientId());
        assertThat(world.store.connections().find(connection.id())).contains(connection);
        assertThat(world.lastfm.refreshes()).isZero();
    }

    @Test
    void a_forced_renewal_says_that_there_is_none_and_breaks_nothing() {
        Connection connection = connect();

        assertThat(world.lendToken.lendRefreshed(ann.claim(), world.lastfm.id()))
                .isEqualTo(new Lending.NotRenewable(world.lastfm.id()));
        assertThat(world.stored(connection)).isEqualTo(connection);
    }

    @Test
    void its_status_is_what_is_stored() {
        connect();
        world.clock.advance(Duration.ofDays(400));

        assertThat(world.health.status(ann.in(), ann.claim(), world.lastfm.id()))
                .hasValueSatisfying(
                        report -> assertThat(report.verdict().isWell()).isTrue());
        assertThat(world.lastfm.whoAsked()).as("when it was connected").isEqualTo(1);
    }

    @Test
    void a_token_refused_twice_needs_the_person_and_they_are_told_once() {
        Connection connection = connect();
        world.lastfm.withdraw(ann.outside());

        assertThat(probe().verdict().cause()).contains(Cause.TOKEN_REFUSED);

        assertThat(world.stored(connection).standing())
                .isEqualTo(new Standing.NeedsReconnect(Cause.TOKEN_REFUSED, world.clock.instant()));
        assertThat(world.lastfm.whoAsked()).as("connect, and twice now").isEqualTo(3);
        assertThat(probe().verdict().state()).isEqualTo(Verdict.State.NEEDS_RECONNECT);
        assertThat(world.lastfm.whoAsked())
                .as("what has ended is not asked about")
                .isEqualTo(3);
        assertThat(world.happenedTo(ann)).containsOnlyOnce(Event.Kind.CONNECTION_BROKEN);
        assertThat(world.lendToken.lend(ann.claim(), world.lastfm.id(), Optional.empty()))
                .isInstanceOf(Lending.Withheld.class);
    }

    @Test
    void a_token_refused_once_is_not_given_up() {
        Connection connection = connect();
        world.lastfm.nextWho(new WhoAnswer.TokenNotAccepted());

        assertThat(probe().verdict().isWell()).isTrue();
        assertThat(world.stored(connection)).isEqualTo(connection);
    }

    @Test
    void reconnecting_mends_it() {
        Connection connection = connect();
        world.lastfm.withdraw(ann.outside());
        probe();

        Connection again = connect();

        assertThat(again.id()).isEqualTo(connection.id());
        assertThat(again.standing()).isEqualTo(new Standing.Active());
        assertThat(probe().verdict().isWell()).isTrue();
    }

    @Test
    void what_the_platform_says_of_the_app_is_the_apps_and_passes_when_it_serves_again() {
        Connection connection = connect();
        world.lastfm.nextWho(new WhoAnswer.Refused(Cause.APP_REJECTED));

        assertThat(probe().verdict().state()).isEqualTo(Verdict.State.APP_BLOCKED);
        assertThat(world.appNotes.of(connection.app())).isInstanceOf(AppCondition.Blocked.class);
        assertThat(world.stored(connection).standing()).isEqualTo(new Standing.Active());

        assertThat(probe().verdict().isWell()).isTrue();
        assertThat(world.appNotes.of(connection.app())).isEqualTo(new AppCondition.Fine());
    }

    @Test
    void its_code_is_looked_for_under_its_own_name() {
        assertThat(world.attempting.returning().codeParameter(world.lastfm.id(), false))
                .isEqualTo("token");
        assertThat(world.attempting.returning().codeParameter(world.spotify.id(), false))
                .isEqualTo("code");
        assertThat(world.attempting.returning().codeParameter(world.google.id(), true))
                .isEqualTo("code");
    }

    private Report probe() {
        return world.health.probe(ann.in(), ann.claim(), world.lastfm.id()).orElseThrow();
    }

    private Connection connect() {
        World.Trip trip = world.connecting(ann, world.lastfm, Wish.browser());
        State state = trip.state();
        String code = world.lastfm.consent(world.appOf(world.lastfm), state, ann.outside());
        Landing landing = world.attempting.returning().land(trip.bringing(code), trip.cookies(), World.DEVICE);
        Outcome outcome = ((Landing.Ended) landing).outcome();
        assertThat(outcome).isInstanceOf(Outcome.Connected.class);
        assertThat(List.of(world.lastfm.refreshes())).containsExactly(0);
        return ((Outcome.Connected) outcome).connection();
    }
}
