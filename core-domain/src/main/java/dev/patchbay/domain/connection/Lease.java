package dev.patchbay.domain.connection;

/**
 * The right to renew one connection, held by one process for a while; also the intent, written before the call.
 *
 * @param version the connection's version when it was claimed
 * @param fence grows with every claim of this connection
 * @param inDoubt whether an earlier call for this version left no known outcome: the refresh token may be used up
 */
public record Lease(ConnectionId connection, long version, long fence, boolean inDoubt) {}
