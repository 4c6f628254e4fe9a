package dev.patchbay.port.operator;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.provider.ProviderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Counts over all connections, apps and keys, and the few rows among them that somebody has to look at. Each is answered from an index, but
 * counting a million takes a moment: whoever asks remembers the answer. Safe for many threads and processes.
 */
public interface Figures {
    /**
     * A connection that is kept out of the way.
     *
     * @param since when it was put there
     */
    record Aside(ConnectionId connection, ProviderId platform, Cause cause, Instant since) {}

    /** An app that does not fare well. */
    record Troubled(ClientAppId app, AppCondition condition) {}

    /** How many renewals of the platform's connections are due by now. */
    long due(ProviderId platform, Instant now);

    /** How many consents of connections that have not ended end in that time. @param until is not part of it any more */
    long consentsEnding(Instant from, Instant until);

    /** How many connections are kept out of the way. */
    long quarantined();

    /** Those that are, latest first. @param limit 1 to 500 */
    List<Aside> quarantined(int limit);

    /** Apps of which something is noted, latest first; also what has been over for a while. @param limit 1 to 500 */
    List<Troubled> troubledApps(int limit);

    /** When the app's allowance of calls is whole again; empty when it never took one. */
    Optional<Instant> allowanceWholeAt(ClientAppId app);

    /** How many owners' newest data key was made before then. */
    long ownersWithKeysFrom(Instant before);
}
