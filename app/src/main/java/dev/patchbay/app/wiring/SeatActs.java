package dev.patchbay.app.wiring;

import dev.patchbay.port.SecretSource;
import dev.patchbay.port.account.Accounts;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.clientapp.AppLists;
import dev.patchbay.port.clientapp.OwnApps;
import dev.patchbay.port.clientapp.Seats;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.usecase.app.AppConnectionsEnding;
import dev.patchbay.usecase.provider.Providers;
import dev.patchbay.usecase.refresh.AppNotes;
import dev.patchbay.usecase.seat.EndSeat;
import dev.patchbay.usecase.seat.OfferSeat;
import dev.patchbay.usecase.seat.ShowSeats;
import dev.patchbay.usecase.seat.TakeSeat;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Seats in apps that people brought. */
@Factory
final class SeatActs {
    @Singleton
    OfferSeat offerSeat(
            Providers providers, OwnApps ownApps, Seats seats, Activity activity, SecretSource secrets, Clock clock) {
        return new OfferSeat(providers, ownApps, seats, activity, secrets, clock);
    }

    @Singleton
    TakeSeat takeSeat(Providers providers, Seats seats, Accounts accounts, Activity activity, Clock clock) {
        return new TakeSeat(providers, seats, accounts, activity, clock);
    }

    @Singleton
    EndSeat endSeat(Seats seats, AppConnectionsEnding ending, AppLists appLists, Activity activity, Clock clock) {
        return new EndSeat(seats, ending, appLists, activity, clock);
    }

    @Singleton
    ShowSeats showSeats(
            Providers providers,
            OwnApps ownApps,
            Seats seats,
            Connections connections,
            Accounts accounts,
            AppNotes appNotes,
            AppLists appLists,
            Clock clock) {
        return new ShowSeats(providers, ownApps, seats, connections, accounts, appNotes, appLists, clock);
    }
}
