package dev.patchbay.port.clientapp;

import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ConnectionId;
import java.time.Instant;
import java.util.List;

/** Connections seen from the app that minted their tokens. Safe for many threads and processes; each method is atomic. */
public interface AppConnections {
    /** Those minted by that very app, however they stand, by account; at most 1000. */
    List<Connection> of(ClientAppId app);

    /**
     * Ends a connection that is still at that version and has not ended yet; its tokens stay sealed as they are. A claim on it is cleared.
     *
     * @return false when it moved on, had ended, or is gone
     */
    boolean end(ConnectionId id, long version, Cause cause, Instant now);
}
