package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.provider.ProviderId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads connections, by hand: a row mapper takes several times as long as H2 does for the statement. */
final class ConnectionQueries {

    private static final String ANY = "SELECT " + ConnectionRow.COLUMNS + " FROM connection c";
    private static final String BY_ID = ANY + " WHERE c.id = ?";
    private static final String OF_ONE = ANY + " WHERE c.account_id = ? AND c.platform = ?";
    private static final String OF_ALL = ANY + " WHERE c.account_id = ? ORDER BY c.platform";

    private ConnectionQueries() {}

    static Optional<dev.patchbay.domain.connection.Connection> find(Connection connection, ConnectionId id)
            throws SQLException {
        return Statements.one(connection, BY_ID, values -> values.id(id.value()), ConnectionReader::read);
    }

    static Optional<dev.patchbay.domain.connection.Connection> of(
            Connection connection, AccountId account, ProviderId platform) throws SQLException {
        return Statements.one(
                connection,
                OF_ONE,
                values -> values.text(account.value()).text(platform.value()),
                ConnectionReader::read);
    }

    static List<dev.patchbay.domain.connection.Connection> of(Connection connection, AccountId account)
            throws SQLException {
        return Statements.all(connection, OF_ALL, values -> values.text(account.value()), ConnectionReader::read);
    }
}
