package dev.patchbay.usecase.seat;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.clientapp.Seat;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.port.account.Accounts;
import dev.patchbay.port.clientapp.AppLists;
import dev.patchbay.port.clientapp.AppLists.Missing;
import dev.patchbay.port.clientapp.OwnApps;
import dev.patchbay.port.clientapp.Seats;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.usecase.provider.Providers;
import dev.patchbay.usecase.refresh.AppNotes;
import dev.patchbay.usecase.refresh.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows an owner who sits where in their app, and a guest where they sit. */
public final class ShowSeats {
    private final Providers providers;
    private final OwnApps ownApps;
    private final Seats seats;
    private final Connections connections;
    private final Accounts accounts;
    private final AppNotes appNotes;
    private final AppLists appLists;
    private final Clock clock;

    public ShowSeats(
            Providers providers,
            OwnApps ownApps,
            Seats seats,
            Connections connections,
            Accounts accounts,
            AppNotes appNotes,
            AppLists appLists,
            Clock clock) {
        this.providers = providers;
        this.ownApps = ownApps;
        this.seats = seats;
        this.connections = connections;
        this.accounts = accounts;
        this.appNotes = appNotes;
        this.appLists = appLists;
        this.clock = clock;
    }

    /**
     * Who sits where.
     *
     * @param limit how many people the app may serve, its owner included
     * @param rows by number; without the owner's own
     */
    public record Ledger(ProviderDescriptor platform, int limit, List<Row> rows) {}

    /** A seat and how it goes with it. @param guest empty while it is only offered */
    public record Row(Seat seat, Optional<Guest> guest) {}

    /**
     * Somebody who sits in another's app.
     *
     * @param connection how the one made with that app is; not connected when there is none
     */
    public record Guest(String displayName, Verdict connection, Listing listing) {}

    /** What is known of somebody on the app's list of users at the platform. */
    public sealed interface Listing {
        /** They were not served with it yet. */
        record Unknown() implements Listing {}

        /** The platform served them. */
        record Listed() implements Listing {}

        /** It refused them, because they are not on the list. @param since when that was seen first */
        record Missing(Instant since) implements Listing {}
    }

    /** Where somebody sits. @param ownerName what the owner of the app is called here */
    public record Place(ProviderDescriptor platform, Seat seat, String ownerName, Guest guest) {}

    /** The ledger of the person's own app; empty when no such platform is here, or they brought no app to it. */
    public Optional<Ledger> ledger(SignedIn owner, ProviderId platformId) {
        Optional<MusicPlatform> platform = providers.platform(platformId);
        if (platform.isEmpty() || ownApps.of(owner.account(), platformId).isEmpty()) {
            return Optional.empty();
        }
        ProviderDescriptor descriptor = platform.get().descriptor();
        List<Seat> there = seats.of(owner.account(), platformId, clock.instant());
        // All are seats of one app.
        Optional<Fares> fares = there.stream().findFirst().map(seat -> fares(seat.app()));
        List<Row> rows = there.stream()
                .map(seat -> new Row(seat, seat.holder().map(holder -> guest(fares.orElseThrow(), holder))))
                .toList();
        return Optional.of(new Ledger(descriptor, descriptor.appTerms().seatLimit(), rows));
    }

    /** The seat this person has there; empty when they have none, or no such platform is here. */
    public Optional<Place> place(SignedIn holder, ProviderId platformId) {
        return providers.platform(platformId).flatMap(platform -> seats.heldBy(holder.account(), platformId)
                .map(seat -> new Place(
                        platform.descriptor(),
                        seat,
                        nameOf(seat.owner()),
                        guest(fares(seat.app()), holder.account()))));
    }

    /** An app, how it is, and who is missing from its list of users, since when. */
    private record Fares(ClientAppId app, AppCondition condition, Map<AccountId, Instant> missing) {}

    private Fares fares(ClientAppId app) {
        return new Fares(
                app,
                appNotes.of(app),
                appLists.missingFrom(app).stream().collect(Collectors.toMap(Missing::account, Missing::since)));
    }

    private Guest guest(Fares fares, AccountId account) {
        ClientAppId app = fares.app();
        var connection =
                connections.of(account, app.provider()).filter(row -> row.app().equals(app));
        Verdict verdict = connection
                .map(row -> Verdict.of(row, fares.condition(), clock.instant()))
                .orElseGet(Verdict::notConnected);
        Listing listing = Optional.ofNullable(fares.missing().get(account))
                .<Listing>map(Listing.Missing::new)
                // Nobody is connected whom the platform did not serve.
                .orElseGet(() -> connection.isPresent() ? new Listing.Listed() : new Listing.Unknown());
        return new Guest(nameOf(account), verdict, listing);
    }

    private String nameOf(AccountId account) {
        return accounts.find(account)
                .map(Account::displayName)
                .map(Object::toString)
                .orElse("");
    }
}
