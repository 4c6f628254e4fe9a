package dev.patchbay.usecase.refresh;

import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.RenewalOutcome;
import dev.patchbay.port.Monotonic;
import dev.patchbay.port.Pause;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.connection.Spool;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/**
 * Brings a renewed grant home. The platform may have ended the old one, so it is offered to the store until the store takes it,
 * for as long as the process lives; one that is refused for a while is written to the spool as well. A late success counts: what is
 * compared is the version, not the claim.
 */
final class StoreGranted {
    private static final System.Logger LOG = System.getLogger(StoreGranted.class.getName());

    /** How often a stopping process still tries when the spool does not take it: about a minute. */
    private static final int TRIES_WHEN_STOPPING = 30;

    private final Connections connections;
    private final Spool spool;
    private final Intake intake;
    private final Pause pause;
    private final Monotonic monotonic;

    StoreGranted(Connections connections, Spool spool, Intake intake, Pause pause, Monotonic monotonic) {
        this.connections = connections;
        this.spool = spool;
        this.intake = intake;
        this.pause = pause;
        this.monotonic = monotonic;
    }

    /** How it went. */
    sealed interface Stored {
        /** It is in the store. */
        record Kept(Connection row, RenewalOutcome outcome) implements Stored {}

        /** The connection had moved on to this row, or is gone. */
        record MovedOn(Optional<Connection> row) implements Stored {}
    }

    /**
     * Stores it.
     *
     * @param next the renewed connection, sealed
     * @throws StoreUnavailable when the process stops first: the grant is in the spool then, or lost if that does not take it either
     */
    Stored store(Connection next) {
        Spool.Entry entry = entryOf(next);
        Duration begun = monotonic.reading();
        Duration wait = RefreshRules.POLL;
        boolean refusedBefore = false;
        boolean spooled = false;
        int triesSinceStop = 0;
        for (; ; ) {
            try {
                Stored stored = offer(next, refusedBefore ? RenewalOutcome.OK_SALVAGED : RenewalOutcome.OK);
                if (spooled) {
                    spool.drop(entry);
                }
                return stored;
            } catch (StoreUnavailable outage) {
                refusedBefore = true;
                Duration tried = monotonic.reading().minus(begun);
                boolean late = tried.compareTo(RefreshRules.SPOOL_AFTER) >= 0 || intake.isStopped();
                if (!spooled && late) {
                    spooled = keep(entry);
                }
                triesSinceStop += intake.isStopped() ? 1 : 0;
                if (triesSinceStop > (spooled ? 0 : TRIES_WHEN_STOPPING)) {
                    throw outage;
                }
            }
            pause.lasting(wait);
            Duration doubled = wait.multipliedBy(2);
            wait = doubled.compareTo(RefreshRules.LONGEST_PAUSE) < 0 ? doubled : RefreshRules.LONGEST_PAUSE;
        }
    }

    private Stored offer(Connection next, RenewalOutcome outcome) {
        if (connections.advance(next)) {
            return new Stored.Kept(next, outcome);
        }
        Optional<Connection> row = connections.find(next.id());
        if (row.isPresent() && row.get().tokens().equals(next.tokens())) {
            // The write that seemed to fail had taken effect.
            return new Stored.Kept(row.get(), RenewalOutcome.OK_SALVAGED);
        }
        return new Stored.MovedOn(row);
    }

    private boolean keep(Spool.Entry entry) {
        boolean kept = spool.keep(entry);
        LOG.log(
                kept ? Level.WARNING : Level.ERROR,
                kept
                        ? "a renewed token of connection {0} waits in the spool for the store"
                        : "a renewed token of connection {0} is in memory only: neither store nor spool take it",
                entry.connection());
        return kept;
    }

    private static Spool.Entry entryOf(Connection next) {
        return new Spool.Entry(
                next.id(),
                next.account(),
                next.platform(),
                next.app(),
                next.version() - 1,
                next.tokens(),
                next.scopes(),
                next.clocks());
    }
}
