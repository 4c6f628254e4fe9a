package dev.patchbay.usecase.connection;

import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ParkedGrant;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.Place;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.connection.ParkedGrants;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.port.vault.TokenVault;
import dev.patchbay.usecase.app.AppConnectionsEnding;
import dev.patchbay.usecase.provider.ClientApps;
import dev.patchbay.usecase.provider.Providers;
import dev.patchbay.usecase.refresh.SealTokens;
import java.time.Clock;
import java.util.Optional;

/**
 * Puts another outside account in a connection's place, or does not: somebody who reconnected chose a different account than before,
 * and its grant waits for their yes. The connection keeps its id and history.
 */
public final class ReplaceAccount {
    private final EndGrant endGrant;
    private final ClientApps apps;
    private final AppConnectionsEnding ending;
    private final Connections connections;
    private final ParkedGrants parkedGrants;
    private final TokenVault vault;
    private final Activity activity;
    private final Clock clock;

    public ReplaceAccount(
            Providers providers,
            ClientApps apps,
            AppConnectionsEnding ending,
            Connections connections,
            ParkedGrants parkedGrants,
            TokenVault vault,
            Activity activity,
            Clock clock) {
        endGrant = new EndGrant(providers, apps, vault);
        this.apps = apps;
        this.ending = ending;
        this.connections = connections;
        this.parkedGrants = parkedGrants;
        this.vault = vault;
        this.activity = activity;
        this.clock = clock;
    }

    /** What waits for the person's word; empty when nothing does, or the connection is gone. */
    public Optional<ParkedGrant> waiting(SignedIn who, ProviderId platform) {
        return connections
                .of(who.account(), platform)
                .flatMap(connection -> parkedGrants.find(who.account(), platform, clock.instant()));
    }

    /** What came of a yes. */
    public sealed interface Accepted {
        /** The connection is the other account's from now on. */
        record Replaced(Connection connection) implements Accepted {}

        /** Nothing waits that could be read, or the connection is gone; nothing was changed. */
        record NothingWaits() implements Accepted {}

        /** The person may not use the app any more that the grant was made with: it was removed, or their seat ended. The grant is given up. */
        record AppGone() implements Accepted {}
    }

    /** Yes: the connection is the other account's from now on. */
    public Accepted accept(SignedIn who, ProviderId platform) {
        Optional<ParkedGrant> parked = waiting(who, platform);
        // Taking it decides between two yeses, a yes and a no, and the end of its time: one of them acts on it.
        if (parked.isEmpty() || !parkedGrants.take(parked.get())) {
            return new Accepted.NothingWaits();
        }
        ParkedGrant taken = parked.get();
        if (!apps.mayUse(who.account(), taken.app())) {
            endGrant.of(taken);
            return new Accepted.AppGone();
        }
        Optional<Connection> replaced = replace(who, taken);
        if (replaced.isPresent() && !apps.mayUse(who.account(), taken.app())) {
            ending.end(taken.app(), who.account());
            return new Accepted.AppGone();
        }
        return replaced.<Accepted>map(Accepted.Replaced::new).orElseGet(Accepted.NothingWaits::new);
    }

    private Optional<Connection> replace(SignedIn who, ParkedGrant taken) {
        // Few rounds suffice: each is lost only to a renewal of the same connection.
        for (int round = 0; round < 5; round++) {
            Optional<Connection> before = connections.of(who.account(), taken.platform());
            Optional<Secret> accessToken = open(taken, taken.tokens().accessToken(), true);
            Optional<Secret> refreshToken = refreshTokenOf(taken);
            // Half of a grant does not take the place of a whole one.
            boolean whole = accessToken.isPresent()
                    && refreshToken.isPresent() == taken.tokens().refreshToken().isPresent();
            if (before.isEmpty() || !whole) {
                endGrant.of(taken);
                return Optional.empty();
            }
            Connection next = replaced(before.get(), taken, accessToken.get(), refreshToken);
            if (connections.advance(next)) {
                // It belongs to another outside account, so ending it does no harm to the new one.
                endGrant.of(before.get());
                activity.add(new Event(
                        who.account(),
                        Event.Kind.PLATFORM_RECONNECTED,
                        Optional.of(taken.platform()),
                        "another account",
                        clock.instant()));
                return Optional.of(next);
            }
        }
        parkedGrants.park(taken);
        return Optional.empty();
    }

    /** No: the grant is given up. @return false when nothing waits */
    public boolean decline(SignedIn who, ProviderId platform) {
        Optional<ParkedGrant> parked = waiting(who, platform);
        return parked.isPresent() && giveUp(parked.get());
    }

    /** Gives up those that nobody answered in time. @return how many */
    public int giveUpExpired() {
        return (int) parkedGrants.expired(clock.instant()).stream()
                .filter(this::giveUp)
                .count();
    }

    private boolean giveUp(ParkedGrant parked) {
        boolean taken = parkedGrants.take(parked);
        if (taken) {
            endGrant.of(parked);
        }
        return taken;
    }

    private Optional<Secret> refreshTokenOf(ParkedGrant parked) {
        return parked.tokens().refreshToken().flatMap(token -> open(parked, token, false));
    }

    private Connection replaced(
            Connection before, ParkedGrant parked, Secret accessToken, Optional<Secret> refreshToken) {
        var seal = new SealTokens(vault.sealerFor(KeyOwner.of(before.account())));
        return before.reconnected(
                parked.app(),
                parked.who(),
                parked.scopes(),
                parked.clocks(),
                seal.sealNext(before, parked.tokens().tokenType(), accessToken, refreshToken));
    }

    private Optional<Secret> open(ParkedGrant parked, SealedSecret sealed, boolean access) {
        Place place = access
                ? ParkedGrant.accessTokenPlace(parked.id(), parked.platform())
                : ParkedGrant.refreshTokenPlace(parked.id(), parked.platform());
        return secretIn(vault.open(parked.keyOwner(), place, sealed));
    }

    private static Optional<Secret> secretIn(Opening opening) {
        return opening instanceof Opening.Opened(var secret) ? Optional.of(secret) : Optional.empty();
    }
}
