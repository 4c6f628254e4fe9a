package dev.patchbay.usecase.account;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.activity.Noted;
import dev.patchbay.domain.chat.Chat;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.clientapp.Seat;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ParkedGrant;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.domain.signin.SignInMethod;
import dev.patchbay.port.account.Accounts;
import dev.patchbay.port.activity.Trails;
import dev.patchbay.port.chat.Chats;
import dev.patchbay.port.clientapp.AppLists;
import dev.patchbay.port.clientapp.OwnApps;
import dev.patchbay.port.clientapp.Seats;
import dev.patchbay.port.clientapp.SharedApps;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.connection.ParkedGrants;
import dev.patchbay.port.session.Sessions;
import dev.patchbay.port.signin.SignInMethods;
import dev.patchbay.usecase.provider.Providers;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gathers all that is kept of a person: what they would be asked to believe otherwise. Sealed tokens and secrets come along as they are stored, and
 * print nothing; whoever writes the answer leaves them out. Of other people nothing is in it: seats do not say who sits there.
 */
public final class ExportAccount {
    private final Accounts accounts;
    private final Providers providers;
    private final SharedApps sharedApps;
    private final Belongings belongings;
    private final Trails trails;
    private final Clock clock;

    /** Where a person's things are kept. */
    public record Belongings(
            SignInMethods methods,
            Sessions sessions,
            Connections connections,
            ParkedGrants parkedGrants,
            OwnApps ownApps,
            Seats seats,
            AppLists appLists,
            Chats chats) {}

    public ExportAccount(
            Accounts accounts,
            Providers providers,
            SharedApps sharedApps,
            Belongings belongings,
            Trails trails,
            Clock clock) {
        this.accounts = accounts;
        this.providers = providers;
        this.sharedApps = sharedApps;
        this.belongings = belongings;
        this.trails = trails;
        this.clock = clock;
    }

    /** A client app on whose list of users the platform misses this person, and since when that is known. */
    public record NotListed(ClientAppId app, Instant since) {}

    /**
     * What is kept of a person, but for their trail.
     *
     * @param sessions ended ones included, while they are kept
     * @param waiting grants of other outside accounts that wait for a yes
     * @param seatsGiven in the person's apps, offered or taken
     * @param seatsHeld in other people's apps
     */
    public record Kept(
            Instant at,
            Account account,
            List<SignInMethod> methods,
            List<Session> sessions,
            List<Connection> connections,
            List<ParkedGrant> waiting,
            List<OwnApp> apps,
            List<Seat> seatsGiven,
            List<Seat> seatsHeld,
            List<Chat> chats,
            List<NotListed> notListed) {}

    /** Empty when the account was erased meanwhile. */
    public Optional<Kept> of(SignedIn who) {
        return accounts.find(who.account()).map(account -> gather(account, clock.instant()));
    }

    /**
     * The next part of the person's trail, and of those of accounts that became part of theirs, oldest first; at most 500.
     *
     * @param row of the event read last; 0 at the beginning
     */
    public List<Noted> trail(SignedIn who, long row) {
        return trails.after(who.account(), row, Trails.MOST);
    }

    private Kept gather(Account account, Instant now) {
        AccountId id = account.id();
        List<Connection> connected = belongings.connections().of(id);
        List<OwnApp> apps = belongings.ownApps().of(id);
        List<Seat> held = belongings.seats().heldBy(id);
        return new Kept(
                now,
                account,
                belongings.methods().of(id),
                belongings.sessions().of(id),
                connected,
                connected.stream()
                        .flatMap(row -> belongings.parkedGrants().find(id, row.platform(), now).stream())
                        .toList(),
                apps,
                apps.stream()
                        .flatMap(app -> belongings.seats().of(id, app.platform(), now).stream())
                        .toList(),
                held,
                belongings.chats().of(id),
                appsOf(connected, apps, held).stream()
                        .flatMap(app -> notListed(app, id).stream())
                        .toList());
    }

    private Optional<NotListed> notListed(ClientAppId app, AccountId account) {
        return belongings.appLists().missingFrom(app).stream()
                .filter(missing -> missing.account().equals(account))
                .map(missing -> new NotListed(app, missing.since()))
                .findFirst();
    }

    /** Those that the person may have tried to connect with. */
    private Set<ClientAppId> appsOf(List<Connection> connected, List<OwnApp> apps, List<Seat> held) {
        Set<ClientAppId> tried = new LinkedHashSet<>();
        connected.forEach(connection -> tried.add(connection.app()));
        apps.forEach(app -> tried.add(app.id()));
        held.forEach(seat -> tried.add(seat.app()));
        providers
                .platforms()
                .forEach(platform ->
                        sharedApps.of(platform.id()).map(ClientApp::id).ifPresent(tried::add));
        return tried;
    }
}
