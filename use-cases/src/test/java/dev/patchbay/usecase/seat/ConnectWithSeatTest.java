package dev.patchbay.usecase.seat;

import static dev.patchbay.port.Fixtures.SOUNDCLOUD;
import static dev.patchbay.port.Fixtures.hours;
import static dev.patchbay.port.Fixtures.minutes;
import static dev.patchbay.usecase.Lendings.assertWithheld;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.clientapp.Seat;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.connection.WhoAnswer;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.WrappedConnections;
import dev.patchbay.usecase.app.ShowApp;
import dev.patchbay.usecase.attempt.Beginning;
import dev.patchbay.usecase.attempt.Outcome;
import dev.patchbay.usecase.attempt.Refusal;
import dev.patchbay.usecase.attempt.Wish;
import dev.patchbay.usecase.connection.AppChoice;
import dev.patchbay.usecase.connection.ReplaceAccount.Accepted;
import dev.patchbay.usecase.refresh.Verdict;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A seat lets somebody connect for as long as it is theirs, and not a moment longer. */
class ConnectWithSeatTest {

    private static final Outcome APP_GONE = new Outcome.Refused(Refusal.APP_GONE);

    private final SeatStage stage = new SeatStage();
    private final World world = stage.world;

    @Test
    void without_a_word_ones_own_app_goes_before_a_seat_and_a_seat_before_the_operators() {
        ClientAppId shared = world.appOf(stage.soundcloud);
        stage.seated();
        assertThat(stage.connected(stage.bob, stage.app).app()).isEqualTo(stage.app);
        assertThat(with(new AppChoice.Shared(), shared)).isEqualTo(shared);

        ClientAppId his = stage.bring(stage.bob, "bobs-app");
        assertThat(stage.connected(stage.bob, his).app()).isEqualTo(his);
        assertThat(with(new AppChoice.Seat(), stage.app)).isEqualTo(stage.app);
        assertThat(world.connectPlatform.connect(
                        stage.ann.in(), SOUNDCLOUD, new AppChoice.Seat(), Wish.browser(), Optional.empty(), false))
                .isEqualTo(new Beginning.NoApp());
    }

    @Test
    void a_seat_that_ended_on_the_way_exchanges_nothing() {
        Seat seat = stage.seated();
        var trip = stage.begun(stage.bob, new AppChoice.Seat());
        stage.end(seat, true);

        assertThat(stage.finish(stage.bob, trip, stage.app)).isEqualTo(APP_GONE);
        assertThat(stage.soundcloud.exchanges()).isZero();
        assertThat(world.store.connections().of(stage.bob.account().id())).isEmpty();
    }

    @Test
    void a_seat_that_ends_while_the_connection_is_written_ends_the_connection() {
        Seat seat = stage.seated();
        world.connectionsSeenByCompleting = new WrappedConnections(world.store.connections()) {
            @Override
            public boolean add(Connection connection) {
                stage.end(seat, true);
                return super.add(connection);
            }
        };

        assertThat(stage.finish(stage.bob, stage.begun(stage.bob, new AppChoice.Seat()), stage.app))
                .isEqualTo(APP_GONE);

        assertThat(world.store
                        .connections()
                        .of(stage.bob.account().id(), SOUNDCLOUD)
                        .orElseThrow()
                        .standing())
                .isEqualTo(new Standing.NeedsReconnect(Cause.SEAT_ENDED, world.clock.instant()));
    }

    @Test
    void a_connection_left_behind_without_its_seat_is_not_renewed() {
        Seat seat = stage.seated();
        Connection his = stage.connected(stage.bob, stage.app);
        Seat taken =
                world.store.seats().heldBy(stage.bob.account().id(), SOUNDCLOUD).orElseThrow();
        assertThat(taken.id()).isEqualTo(seat.id());
        assertThat(world.store.seats().end(taken)).isTrue();
        world.clock.advance(hours(1));

        assertWithheld(
                world.lendToken.lend(stage.bob.claim(), SOUNDCLOUD, Optional.of(minutes(5))),
                Verdict.State.APP_BLOCKED,
                Cause.APP_MISSING);
        assertThat(stage.soundcloud.refreshes()).isZero();
        assertThat(world.stored(his).version()).isEqualTo(his.version());
    }

    @Test
    void a_grant_that_waits_for_a_yes_is_given_back_when_its_seat_has_ended() {
        Seat seat = stage.seated();
        Connection his = stage.connected(stage.bob, stage.app);
        park(stage.app);
        stage.end(seat, true);
        Connection ended = world.stored(his);

        assertThat(world.replaceAccount.accept(stage.bob.in(), SOUNDCLOUD)).isEqualTo(new Accepted.AppGone());

        assertThat(world.stored(his)).isEqualTo(ended);
        assertThat(stage.soundcloud.liveConsents()).isEqualTo(1);
        assertThat(world.replaceAccount.accept(stage.bob.in(), SOUNDCLOUD)).isEqualTo(new Accepted.NothingWaits());
    }

    @Test
    void a_grant_that_waits_for_a_yes_is_refused_when_its_app_was_removed() {
        ClientAppId his = stage.bring(stage.bob, "bobs-app");
        stage.connected(stage.bob, his);
        park(his);
        world.removeApp.remove(stage.bob.in(), SOUNDCLOUD, true);

        assertThat(world.replaceAccount.accept(stage.bob.in(), SOUNDCLOUD)).isEqualTo(new Accepted.AppGone());
    }

    @Test
    void a_seat_that_ends_with_the_very_yes_ends_what_took_the_connections_place() {
        Seat seat = stage.seated();
        Connection his = stage.connected(stage.bob, stage.app);
        park(stage.app);
        var racing = world.replacing(new WrappedConnections(world.store.connections()) {
            @Override
            public boolean advance(Connection next) {
                boolean advanced = super.advance(next);
                assertThat(world.store
                                .seats()
                                .end(world.store
                                        .seats()
                                        .heldBy(stage.bob.account().id(), SOUNDCLOUD)
                                        .orElseThrow()))
                        .isTrue();
                return advanced;
            }
        });

        assertThat(racing.accept(stage.bob.in(), SOUNDCLOUD)).isEqualTo(new Accepted.AppGone());
        assertThat(world.stored(his).standing())
                .isEqualTo(new Standing.NeedsReconnect(Cause.SEAT_ENDED, world.clock.instant()));
        assertThat(seat.number()).isEqualTo(2);
    }

    @Test
    void who_is_not_on_the_apps_list_is_noted_until_the_platform_serves_them_and_the_app_is_not_blocked() {
        stage.seated();
        stage.soundcloud.nextWho(new WhoAnswer.Refused(Cause.NOT_ON_APP_LIST));
        assertThat(stage.finish(stage.bob, stage.begun(stage.bob, new AppChoice.Seat()), stage.app))
                .isEqualTo(new Outcome.Withheld(Cause.NOT_ON_APP_LIST, stage.app));

        var missing = new ShowSeats.Listing.Missing(world.clock.instant());
        assertThat(listing()).isEqualTo(missing);
        assertThat(health().notListed()).containsExactly(new ShowApp.NotListed("Ann", world.clock.instant()));
        assertThat(world.appNotes.of(stage.app)).isEqualTo(new AppCondition.Fine());

        stage.connected(stage.bob, stage.app);
        assertThat(listing()).isEqualTo(new ShowSeats.Listing.Listed());
        assertThat(health().notListed()).isEmpty();
    }

    @Test
    void a_probe_notes_who_is_not_on_the_list_any_more_and_who_is_again() {
        stage.seated();
        stage.connected(stage.bob, stage.app);
        stage.soundcloud.nextWho(new WhoAnswer.Refused(Cause.NOT_ON_APP_LIST));

        world.health.probe(stage.bob.in(), stage.bob.claim(), SOUNDCLOUD);
        assertThat(listing()).isInstanceOf(ShowSeats.Listing.Missing.class);

        world.health.probe(stage.bob.in(), stage.bob.claim(), SOUNDCLOUD);
        assertThat(listing()).isEqualTo(new ShowSeats.Listing.Listed());
    }

    @Test
    void people_whom_the_operators_app_misses_are_noted_too() {
        ClientAppId shared = world.appOf(stage.soundcloud);
        stage.soundcloud.nextWho(new WhoAnswer.Refused(Cause.NOT_ON_APP_LIST));

        stage.finish(stage.bob, stage.begun(stage.bob, new AppChoice.Unsaid()), shared);

        assertThat(world.store.appLists().missingFrom(shared)).hasSize(1);
    }

    private void park(ClientAppId app) {
        world.clock.advance(minutes(1));
        assertThat(stage.finish(stage.bob, stage.begun(stage.bob, new AppChoice.Unsaid()), app, "somebody-else"))
                .isEqualTo(new Outcome.Refused(Refusal.DIFFERENT_ACCOUNT));
    }

    private ClientAppId with(AppChoice choice, ClientAppId app) {
        return ((Outcome.Connected) stage.finish(stage.bob, stage.begun(stage.bob, choice), app))
                .connection()
                .app();
    }

    private ShowSeats.Listing listing() {
        return stage.row().guest().orElseThrow().listing();
    }

    private ShowApp.Health health() {
        return world.showApp
                .show(stage.ann.in(), SOUNDCLOUD)
                .orElseThrow()
                .app()
                .orElseThrow();
    }
}
