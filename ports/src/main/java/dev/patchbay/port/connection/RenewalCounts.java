package dev.patchbay.port.connection;

import dev.patchbay.domain.connection.RenewalOutcome;
import dev.patchbay.domain.provider.ProviderId;
import java.time.Instant;
import java.util.List;

/**
 * How many renewals ended how, hour by hour, of all processes together: to be looked at, not to be reckoned with. Safe for many threads and
 * processes; each method is atomic.
 */
public interface RenewalCounts {
    /** How long a count is kept. */
    int KEPT_DAYS = 30;

    /**
     * So many renewals of a platform's connections ended so within an hour.
     *
     * @param hour when the hour began; a whole one
     * @param renewals 1 or more
     */
    record Count(Instant hour, ProviderId platform, RenewalOutcome outcome, long renewals) {}

    /** All platforms together. @param hour when the hour began */
    record Hour(Instant hour, RenewalOutcome outcome, long renewals) {}

    /** All hours together. */
    record OfPlatform(ProviderId platform, RenewalOutcome outcome, long renewals) {}

    /** Adds to what was counted. When it fails, whether it was added is not known. */
    void add(Count count);

    /** The hours from that one on, in order; hours in which nothing ended so are left out. */
    List<Hour> since(Instant hour);

    /** From that hour on, by platform. */
    List<OfPlatform> byPlatformSince(Instant hour);

    /** Removes counts of hours before that one, at most 1000. @return how many */
    int purge(Instant before);
}
