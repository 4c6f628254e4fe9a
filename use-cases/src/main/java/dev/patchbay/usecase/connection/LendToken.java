package dev.patchbay.usecase.connection;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.SessionClaim;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.connection.LendingView;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.port.vault.TokenVault;
import dev.patchbay.usecase.provider.Providers;
import dev.patchbay.usecase.refresh.RefreshFlights;
import dev.patchbay.usecase.refresh.RefreshRules;
import dev.patchbay.usecase.refresh.Renewal;
import dev.patchbay.usecase.refresh.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Lends a token that is good now, or says precisely why not. One look at the store proves the session and finds the
 * connection; a token fresh enough is answered from that alone, any other is renewed first.
 */
public final class LendToken {
    private final Providers providers;
    private final Connections connections;
    private final TokenVault vault;
    private final RefreshFlights flights;
    private final Clock clock;

    public LendToken(
            Providers providers, Connections connections, TokenVault vault, RefreshFlights flights, Clock clock) {
        this.providers = providers;
        this.connections = connections;
        this.vault = vault;
        this.flights = flights;
        this.clock = clock;
    }

    /**
     * Lends what is fresh enough, or renews first.
     *
     * @param minTtl how long the token shall be good at least; empty for the usual minute
     */
    public Lending lend(SessionClaim claim, ProviderId platform, Optional<Duration> minTtl) {
        return lend(claim, platform, minTtl.orElse(RefreshRules.USUAL_MIN_TTL), false);
    }

    /** Renews first, but not one renewed a moment ago. */
    public Lending lendRefreshed(SessionClaim claim, ProviderId platform) {
        return lend(claim, platform, RefreshRules.USUAL_MIN_TTL, true);
    }

    private Lending lend(SessionClaim claim, ProviderId platform, Duration minTtl, boolean forced) {
        Instant now = clock.instant();
        return switch (connections.lookUp(claim, platform, now)) {
            case LendingView.NoSession() -> new Lending.NoSession();
            case LendingView.NoConnection() ->
                providers.platform(platform).isEmpty()
                        ? new Lending.UnknownPlatform()
                        : new Lending.Withheld(platform, Verdict.notConnected());
            case LendingView.Found(var connection) -> {
                if (connection.standing() instanceof Standing.NeedsReconnect(var cause, var since)) {
                    yield withheld(connection, Verdict.needsReconnect(cause, since));
                }
                if (connection.standing() instanceof Standing.Quarantined(var cause, var since)) {
                    yield withheld(connection, Verdict.needsReconnect(cause, since));
                }
                if (connection.standing() instanceof Standing.Restored(var since)) {
                    yield !forced && connection.clocks().isStillValid(now)
                            ? open(connection)
                            : withheld(connection, Verdict.restored(since));
                }
                if (connection.clocks().accessEnds().isEmpty()) {
                    yield forced ? new Lending.NotRenewable(platform) : open(connection);
                }
                boolean fresh = connection.clocks().isFreshFor(minTtl, now) && !(forced && mayForce(connection, now));
                if (!fresh
                        && connection.tokens().refreshToken().isEmpty()
                        && connection.clocks().isStillValid(now)) {
                    // Nothing to renew it with: what is left of it is all there is, and no reason to end it.
                    yield forced
                            ? withheld(connection, Verdict.needsReconnect(Cause.NO_REFRESH_TOKEN, now))
                            : open(connection);
                }
                // One that cannot be read is as good as none: a renewal brings another.
                yield fresh
                        ? opened(connection).orElseGet(() -> renewed(connection, true))
                        : renewed(connection, forced);
            }
        };
    }

    private static boolean mayForce(Connection connection, Instant now) {
        return connection
                .lastRefreshedAt()
                .map(last -> last.plus(RefreshRules.MIN_FORCED_INTERVAL).isBefore(now))
                .orElse(true);
    }

    private Lending renewed(Connection seen, boolean forced) {
        Optional<Renewal> landed = flights.fly(seen, RefreshRules.CALLER_WAITS);
        Instant now = clock.instant();
        Verdict running = Verdict.waiting(Cause.REFRESH_RUNNING, now, now.plus(RefreshRules.ASK_AGAIN));
        return switch (landed.orElseGet(() -> new Renewal.NotRenewed(running))) {
            case Renewal.Renewed(var connection) -> {
                Verdict verdict = Verdict.of(connection, new AppCondition.Fine(), now);
                if (!verdict.isWell()) {
                    yield withheld(connection, verdict);
                }
                // It may have run out on its way here: a slow answer, a short life.
                yield connection.clocks().isStillValid(now) ? open(connection) : withheld(connection, running);
            }
            case Renewal.Gone() -> new Lending.Withheld(seen.platform(), Verdict.notConnected());
            case Renewal.NotRenewed(var verdict) -> {
                boolean ended = verdict.state() == Verdict.State.NEEDS_RECONNECT;
                boolean stillGood = !forced && !ended && seen.clocks().isStillValid(now);
                yield stillGood ? seenAgain(seen) : withheld(seen, verdict);
            }
        };
    }

    /** What was seen before the wait may be disconnected since, and is not lent then. */
    private Lending seenAgain(Connection seen) {
        return connections
                .find(seen.id())
                .map(this::open)
                .orElseGet(() -> new Lending.Withheld(seen.platform(), Verdict.notConnected()));
    }

    private Lending open(Connection connection) {
        return opened(connection)
                .orElseGet(
                        () -> withheld(connection, Verdict.needsReconnect(Cause.SECRET_UNREADABLE, clock.instant())));
    }

    /** Empty when what is stored cannot be read. */
    private Optional<Lending> opened(Connection connection) {
        var tokens = connection.tokens();
        return switch (vault.open(connection.keyOwner(), connection.accessTokenPlace(), tokens.accessToken())) {
            case Opening.Opened(var token) ->
                Optional.of(new Lending.Lent(
                        token,
                        tokens.tokenType(),
                        connection.clocks().accessEnds(),
                        connection.scopes(),
                        connection.app().clientId()));
            case Opening.Unreadable() -> Optional.empty();
        };
    }

    private static Lending withheld(Connection connection, Verdict verdict) {
        return new Lending.Withheld(connection.platform(), verdict);
    }
}
