package dev.patchbay.usecase.refresh;

import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Held;
import dev.patchbay.domain.connection.Unsettled;
import dev.patchbay.port.connection.Claims;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.connection.Presence;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Finds out what became of renewals whose outcome nobody knows: their process died, or the answer was lost. Each gets another try as
 * soon as its platform's class allows, so that what is lost is known while somebody can still be told. To be run every second.
 */
public final class SettleRefreshes {
    private static final int AT_ONCE = 200;

    private final Connections connections;
    private final Claims claims;
    private final Presence presence;
    private final Parties parties;
    private final RefreshFlights flights;
    private final Intake intake;
    private final Clock clock;

    SettleRefreshes(
            Connections connections,
            Claims claims,
            Presence presence,
            Parties parties,
            RefreshFlights flights,
            Intake intake,
            Clock clock) {
        this.connections = connections;
        this.claims = claims;
        this.presence = presence;
        this.parties = parties;
        this.flights = flights;
        this.intake = intake;
        this.clock = clock;
    }

    /**
     * Starts what may be tried again now.
     *
     * @return how many
     * @throws dev.patchbay.port.StoreUnavailable when the store does not answer
     */
    public int settle() {
        if (intake.isStopped()) {
            return 0;
        }
        List<Unsettled> all = claims.unsettled(AT_ONCE, clock.instant());
        return (int) all.stream().filter(this::start).count();
    }

    private boolean start(Unsettled unsettled) {
        // Most are under way right now, here or elsewhere: their row need not be read to see that.
        boolean mine = unsettled
                .held()
                .map(held -> held.holder().equals(presence.me()))
                .orElse(false);
        Instant now = clock.instant();
        if (mine && unsettled.held().map(held -> now.isBefore(held.until())).orElse(false)) {
            return false;
        }
        Optional<Connection> row = connections.find(unsettled.connection());
        return row.isPresent()
                && unsettled
                        .held()
                        .map(held -> mayTakeOver(row.get(), held, now))
                        .orElse(true)
                && flights.start(row.get());
    }

    private boolean mayTakeOver(Connection connection, Held held, Instant now) {
        return parties.of(connection)
                .map(party -> party.treatedAs().mayTakeOver(held.until(), isGone(held), now))
                .orElse(false);
    }

    private boolean isGone(Held held) {
        return held.holder().equals(presence.me()) || presence.isGone(held.holder());
    }
}
