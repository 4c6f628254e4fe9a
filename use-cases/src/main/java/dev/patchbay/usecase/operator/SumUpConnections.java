package dev.patchbay.usecase.operator;

import dev.patchbay.port.connection.Upkeep;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Sums up the connections of each app, for metrics and for people. The store reads all of them for it, so the answer is shared for a while. */
public final class SumUpConnections {
    private final Remembered<Sums> sums;

    /** All apps that have connections. @param asOf when that was so */
    public record Sums(Instant asOf, List<Upkeep.Summary> apps) {}

    public SumUpConnections(Upkeep upkeep, Clock clock) {
        this.sums = new Remembered<>(
                () -> {
                    Instant now = clock.instant();
                    return new Sums(now, upkeep.summaries(now));
                },
                clock);
    }

    /** As they are, or were a short while ago. @throws dev.patchbay.port.StoreUnavailable when the store does not answer */
    public Sums sums() {
        return sums.answer();
    }
}
