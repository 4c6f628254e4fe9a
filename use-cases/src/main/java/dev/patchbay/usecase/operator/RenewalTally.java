package dev.patchbay.usecase.operator;

import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.RenewalOutcome;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.Telemetry;
import dev.patchbay.port.connection.RenewalCounts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Counts in memory how the renewals of this process end, and writes the counts now and then, so that no renewal waits for it. What was
 * not written when a process is killed is lost. Safe for many threads.
 */
public final class RenewalTally {
    private final RenewalCounts counts;
    private final Clock clock;
    private final ConcurrentMap<Kept, Long> unwritten = new ConcurrentHashMap<>();

    private record Kept(Instant hour, ProviderId platform, RenewalOutcome outcome) {}

    public RenewalTally(RenewalCounts counts, Clock clock) {
        this.counts = counts;
        this.clock = clock;
    }

    /** Tells that one, and counts what it is told. */
    public Telemetry beside(Telemetry other) {
        return new Telemetry() {
            @Override
            public void renewal(ClientAppId app, RenewalOutcome outcome, Duration took) {
                other.renewal(app, outcome, took);
                Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
                unwritten.merge(new Kept(hour, app.provider(), outcome), 1L, Long::sum);
            }

            @Override
            public void breaker(ClientAppId app, boolean open) {
                other.breaker(app, open);
            }
        };
    }

    /**
     * Adds what was counted to what is stored.
     *
     * @throws StoreUnavailable when the store does not answer; what it did not take is written the next time, and what it took without
     *     saying so is counted twice
     */
    public void write() {
        for (Kept key : List.copyOf(unwritten.keySet())) {
            Long renewals = unwritten.remove(key);
            if (renewals != null) {
                write(key, renewals);
            }
        }
    }

    private void write(Kept key, long renewals) {
        try {
            counts.add(new RenewalCounts.Count(key.hour(), key.platform(), key.outcome(), renewals));
        } catch (StoreUnavailable later) {
            unwritten.merge(key, renewals, Long::sum);
            throw later;
        }
    }
}
