package dev.patchbay.usecase.seat;

import static dev.patchbay.port.Fixtures.SOUNDCLOUD;

import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.clientapp.Invitation;
import dev.patchbay.domain.clientapp.Seat;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.usecase.FakePlatform;
import dev.patchbay.usecase.Person;
import dev.patchbay.usecase.World;
import dev.patchbay.usecase.app.Bringing;
import dev.patchbay.usecase.attempt.Beginning;
import dev.patchbay.usecase.attempt.Outcome;
import dev.patchbay.usecase.attempt.Wish;
import dev.patchbay.usecase.connection.AppChoice;
import java.util.Optional;

/** Ann, who brought an app to SoundCloud, where grants can be given back, and Bob. */
final class SeatStage {
    final World world = new World();
    final FakePlatform soundcloud = world.soundcloud;
    final Person ann = world.somebody();
    final Person bob = world.somebody();
    final ClientAppId app = bring(ann, "anns-app");

    ClientAppId bring(Person who, String clientId) {
        var bringing = world.bringApp.bring(who.in(), SOUNDCLOUD, clientId, Optional.of(Secret.of("hush")), true);
        return ((Bringing.Kept) bringing).app().id();
    }

    Offering.Offered offered(String label) {
        return (Offering.Offered) world.offerSeat.offer(ann.in(), SOUNDCLOUD, label);
    }

    Invited take(Person who, Invitation invitation) {
        return world.takeSeat.take(who.in(), SOUNDCLOUD, invitation);
    }

    /** Bob sits in Ann's app. */
    Seat seated() {
        return ((Invited.Welcome) take(bob, offered("Bob").invitation())).seat();
    }

    SeatEnding end(Seat seat, boolean confirmed) {
        return world.endSeat.end(ann.in(), SOUNDCLOUD, seat.id(), confirmed);
    }

    World.Trip begun(Person who, AppChoice choice) {
        var beginning =
                world.connectPlatform.connect(who.in(), SOUNDCLOUD, choice, Wish.browser(), Optional.empty(), false);
        return new World.Trip(SOUNDCLOUD, false, (Beginning.Begun) beginning);
    }

    Outcome finish(Person who, World.Trip trip, ClientAppId with) {
        return finish(who, trip, with, who.outside());
    }

    Outcome finish(Person who, World.Trip trip, ClientAppId with, String outside) {
        return world.attempting
                .returning()
                .post(trip.bringing(soundcloud.consent(with, trip.state(), outside)), who.in(), World.DEVICE);
    }

    Connection connected(Person who, ClientAppId with) {
        return ((Outcome.Connected) finish(who, begun(who, new AppChoice.Unsaid()), with)).connection();
    }

    ShowSeats.Row row() {
        return world.showSeats.ledger(ann.in(), SOUNDCLOUD).orElseThrow().rows().getFirst();
    }
}
