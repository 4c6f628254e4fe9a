package dev.patchbay.port.connection;

import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.provider.ProviderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What operators and housekeeping do to connections in bulk. Safe for many threads and processes. */
public interface Upkeep {
    /**
     * How the connections of one app are, all together.
     *
     * @param soonestExpiry of an access token; empty without an active connection
     * @param soonestConsentEnd empty when no consent ends by itself
     * @param lastSuccess the latest renewal
     * @param longestDue since when the longest overdue renewal is due; empty when none is
     */
    record Summary(
            ClientAppId app,
            long active,
            long waiting,
            long ended,
            long quarantined,
            Optional<Instant> soonestExpiry,
            Optional<Instant> soonestConsentEnd,
            Optional<Instant> lastSuccess,
            Optional<Instant> longestDue) {}

    /** By app; apps without connections are left out. */
    List<Summary> summaries(Instant now);

    /** Keeps a connection out of the way: its row cannot be read, or its token must not be lent. @return false when it moved on or is gone */
    boolean quarantine(ConnectionId id, long version, Cause cause, Instant now);

    /**
     * Undoes deaths: connections of the platform whose grant was given up since then, and whose tokens are still there, are
     * active again and due at once.
     *
     * @return how many
     */
    int revive(ProviderId platform, Instant diedSince, Instant now);

    /** Removes the refresh tokens of at most 500 connections that ended before then. @return of how many */
    int forgetDead(Instant endedBefore);
}
