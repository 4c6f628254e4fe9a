package dev.patchbay.domain.connection;

/** What the sweep finds to be renewed. */
public sealed interface Due {
    /** A connection, claimed for the sweep. */
    record Claimed(Connection connection, Lease lease) implements Due {}

    /** A row that cannot be read as a connection. */
    record Unfit(ConnectionId id, long version) implements Due {}
}
