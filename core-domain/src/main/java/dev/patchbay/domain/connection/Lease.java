package dev.patchbay.domain.connection;

/**
 * The right to renew one connection, held by one process for a while; also the intent, written before the call.
 *
 * @param version the connection's version when it was claimed
 * @param fence grows with every claim of this connection
 */
public record Lease(ConnectionId connection, long version, long fence) {}
