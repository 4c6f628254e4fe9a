package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.port.clientapp.AppConnections;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

@Singleton
final class JdbcAppConnections implements AppConnections {

    private static final String OF_APP = "SELECT " + ConnectionRow.COLUMNS + """
        FROM connection c WHERE c.client_id = ? AND c.app_provider = ? ORDER BY c.account_id LIMIT 1000
        """;

    private static final String END = StandingColumns.OVERRULE + " AND status IN ('ACTIVE', 'WAITING', 'RESTORED')";

    private final Database database;

    JdbcAppConnections(Database database) {
        this.database = database;
    }

    @Override
    public List<Connection> of(ClientAppId app) {
        return database.byHand(connection -> Statements.all(
                connection,
                OF_APP,
                values -> values.exact(app.name()).text(app.provider().value()),
                ConnectionReader::read));
    }

    @Override
    public boolean end(ConnectionId id, long version, Cause cause, Instant now) {
        StandingColumns columns = StandingColumns.of(new Standing.NeedsReconnect(cause, now));
        return database.byHand(connection -> Statements.update(connection, END, values -> columns.bind(values)
                        .id(id.value())
                        .number(version)))
                > 0;
    }
}
