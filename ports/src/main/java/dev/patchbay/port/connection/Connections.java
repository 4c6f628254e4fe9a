package dev.patchbay.port.connection;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.SessionClaim;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where connections are kept. Safe for many threads and processes; each method is one atomic compare-and-swap or one read,
 * and what it acknowledged survives a crash.
 */
public interface Connections {
    /**
     * Keeps the first connection of an account for a platform.
     *
     * @return false when the account has a connection for that platform already; nothing is written then
     * @throws IllegalStateException when there is no such account (any more)
     */
    boolean add(Connection connection);

    Optional<Connection> find(ConnectionId id);

    Optional<Connection> of(AccountId account, ProviderId platform);

    /** By platform id. */
    List<Connection> of(AccountId account);

    /** In one round trip: whether the claimed session lives, and the connection. */
    LendingView lookUp(SessionClaim claim, ProviderId platform, Instant now);

    /**
     * Writes everything of a renewed or reconnected connection, if it is still at the version before
     * ({@code next.version() - 1}), clears any claim, and makes its renewal due when its clocks say so. A late success counts: the claim may have run out.
     *
     * @return false when the connection moved on or is gone; nothing is written then
     */
    boolean advance(Connection next);

    /** Removes the connection if it is still at that version. @return false when it moved on or is gone */
    boolean remove(ConnectionId id, long version);
}
