package dev.patchbay.usecase.seat;

import static dev.patchbay.port.Fixtures.SOUNDCLOUD;
import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.days;
import static dev.patchbay.port.Fixtures.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.clientapp.AppTerms;
import dev.patchbay.domain.clientapp.Invitation;
import dev.patchbay.domain.clientapp.Seat;
import dev.patchbay.domain.clientapp.SeatId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.app.AffectedConnection;
import dev.patchbay.usecase.refresh.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Seats are offered, taken and ended; the ledger shows it. */
class SeatWalkTest {

    private static final ProviderId NOWHERE = new ProviderId("nowhere");

    private final SeatStage stage = new SeatStage();

    @Test
    void whoever_is_invited_hears_whose_app_it_is_takes_the_seat_once_and_connects_with_it() {
        Offering.Offered offered = stage.offered(" Bob from work ");
        assertThat(stage.row()).satisfies(row -> {
            assertThat(row.seat().label()).hasToString("Bob from work");
            assertThat(row.guest()).isEmpty();
        });
        Invitation invitation = offered.invitation();
        Invited look = stage.world.takeSeat.look(stage.bob.in(), SOUNDCLOUD, invitation);
        assertThat(look).isInstanceOfSatisfying(Invited.Welcome.class, welcome -> {
            assertThat(welcome.ownerName()).isEqualTo("Ann");
            assertThat(welcome.seat()).isEqualTo(offered.seat());
        });

        assertThat(stage.take(stage.bob, invitation)).isEqualTo(look);
        assertThat(stage.take(stage.world.somebody(), invitation)).isEqualTo(new Invited.NotGood());

        assertThat(guest()).satisfies(bob -> {
            assertThat(bob.connection().state()).isEqualTo(Verdict.State.NOT_CONNECTED);
            assertThat(bob.listing()).isEqualTo(new ShowSeats.Listing.Unknown());
        });
        assertThat(stage.connected(stage.bob, stage.app).app()).isEqualTo(stage.app);
        assertThat(guest()).satisfies(bob -> {
            assertThat(bob.connection().state()).isEqualTo(Verdict.State.CONNECTED);
            assertThat(bob.listing()).isEqualTo(new ShowSeats.Listing.Listed());
        });
        assertThat(stage.world.showSeats.place(stage.bob.in(), SOUNDCLOUD).orElseThrow())
                .satisfies(place -> assertThat(place.ownerName()).isEqualTo("Ann"));
        assertThat(stage.world.happenedTo(stage.bob)).contains(Event.Kind.SEAT_TAKEN);
        assertThat(stage.world.happenedTo(stage.ann)).contains(Event.Kind.SEAT_OFFERED, Event.Kind.SEAT_TAKEN);
    }

    @Test
    void an_invitation_is_no_good_to_its_owner_elsewhere_too_late_or_to_somebody_who_sits_there_already() {
        Invitation invitation = stage.offered("Bob").invitation();

        assertThat(stage.take(stage.ann, invitation)).isEqualTo(new Invited.YourOwnApp());
        assertThat(stage.world.takeSeat.take(stage.bob.in(), SPOTIFY, invitation))
                .isEqualTo(new Invited.NotGood());
        assertThat(stage.world.takeSeat.take(stage.bob.in(), NOWHERE, invitation))
                .isEqualTo(new Invited.UnknownPlatform());
        stage.seated();
        assertThat(stage.take(stage.bob, invitation)).isEqualTo(new Invited.HasSeat("Ann"));

        stage.world.clock.advance(days(7));
        assertThat(stage.take(stage.world.somebody(), invitation)).isEqualTo(new Invited.NotGood());
        assertThat(stage.world.purgeExpired.purge()).isPositive();
    }

    @Test
    void ending_a_seat_asks_first_and_then_ends_the_connection_made_with_it_and_no_other() {
        Seat seat = stage.seated();
        Connection his = stage.connected(stage.bob, stage.app);
        Connection hers = stage.connected(stage.ann, stage.app);
        var affected = List.of(new AffectedConnection("Ann", false));

        assertThat(stage.end(seat, false)).isEqualTo(new SeatEnding.NeedsYes(affected));
        assertThat(stage.world.stored(his)).isEqualTo(his);

        assertThat(stage.end(seat, true)).isEqualTo(new SeatEnding.Ended(affected));
        assertThat(stage.world.stored(his).standing())
                .isEqualTo(new Standing.NeedsReconnect(Cause.SEAT_ENDED, stage.world.clock.instant()));
        assertThat(stage.world.stored(hers)).isEqualTo(hers);
        assertThat(stage.end(seat, true)).isEqualTo(new SeatEnding.NoSeat());
        assertThat(stage.world.happenedTo(stage.bob)).contains(Event.Kind.SEAT_ENDED, Event.Kind.CONNECTION_BROKEN);
        assertThat(stage.world.happenedTo(stage.ann))
                .contains(Event.Kind.SEAT_ENDED)
                .doesNotContain(Event.Kind.CONNECTION_BROKEN);
        assertThat(stage.world.showSeats.place(stage.bob.in(), SOUNDCLOUD)).isEmpty();
    }

    @Test
    void ending_a_seat_leaves_a_connection_that_was_made_with_another_app() {
        Connection his = stage.connected(stage.bob, stage.world.appOf(stage.soundcloud));
        Seat seat = stage.seated();

        assertThat(guest().connection().state()).isEqualTo(Verdict.State.NOT_CONNECTED);
        assertThat(stage.end(seat, false)).isEqualTo(new SeatEnding.Ended(List.of()));

        assertThat(stage.world.stored(his)).isEqualTo(his);
    }

    @Test
    void whoever_has_a_seat_can_leave_it_and_nobody_else_can_end_it() {
        Seat seat = stage.seated();
        Connection his = stage.connected(stage.bob, stage.app);
        assertThat(stage.world.endSeat.end(stage.bob.in(), SOUNDCLOUD, seat.id(), true))
                .isEqualTo(new SeatEnding.NoSeat());
        assertThat(stage.end(
                        new Seat(
                                new SeatId(UUID.randomUUID()),
                                seat.app(),
                                2,
                                seat.label(),
                                seat.offeredAt(),
                                seat.state()),
                        true))
                .isEqualTo(new SeatEnding.NoSeat());

        assertThat(stage.world.endSeat.leave(stage.bob.in(), SOUNDCLOUD, false))
                .isInstanceOf(SeatEnding.NeedsYes.class);
        assertThat(stage.world.endSeat.leave(stage.bob.in(), SOUNDCLOUD, true)).isInstanceOf(SeatEnding.Ended.class);

        assertThat(stage.world.stored(his).standing()).isInstanceOf(Standing.NeedsReconnect.class);
        assertThat(stage.world.endSeat.leave(stage.ann.in(), SOUNDCLOUD, true)).isEqualTo(new SeatEnding.NoSeat());
    }

    @Test
    void seats_are_offered_to_somebody_in_an_app_up_to_the_limit() {
        assertThat(offer(stage.ann, " ")).isEqualTo(new Offering.LabelRefused());
        assertThat(offer(stage.bob, "Ann")).isEqualTo(new Offering.NoApp());
        assertThat(stage.world.offerSeat.offer(stage.ann.in(), NOWHERE, "Bob"))
                .isEqualTo(new Offering.UnknownPlatform());
        assertThat(stage.world.showSeats.ledger(stage.bob.in(), SOUNDCLOUD)).isEmpty();

        for (int number = Seat.FIRST; number <= AppTerms.HOUSE_SEATS; number++) {
            assertThat(stage.offered("Bob").seat().number()).isEqualTo(number);
        }

        assertThat(offer(stage.ann, "Bob")).isEqualTo(new Offering.Full(AppTerms.HOUSE_SEATS));
    }

    @Test
    void another_app_takes_the_seats_and_what_was_noted_along() {
        stage.seated();
        Connection his = stage.connected(stage.bob, stage.app);
        stage.world.store.appLists().missing(stage.app, stage.bob.account().id(), stage.world.clock.instant());

        stage.world.clock.advance(seconds(1));

        stage.bring(stage.ann, "another-app");

        assertThat(stage.world.stored(his).standing())
                .isEqualTo(new Standing.NeedsReconnect(Cause.APP_REMOVED, stage.world.clock.instant()));
        assertThat(stage.world.showSeats.place(stage.bob.in(), SOUNDCLOUD)).isEmpty();
        assertThat(stage.world.store.appLists().missingFrom(stage.app)).isEmpty();
    }

    private Offering offer(Person who, String label) {
        return stage.world.offerSeat.offer(who.in(), SOUNDCLOUD, label);
    }

    private ShowSeats.Guest guest() {
        Optional<ShowSeats.Guest> guest = stage.row().guest();
        return guest.orElseThrow();
    }
}
