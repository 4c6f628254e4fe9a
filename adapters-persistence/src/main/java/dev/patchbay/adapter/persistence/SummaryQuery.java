package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Clocks;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.connection.Upkeep.Summary;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sums up the connections of each app. It reads every connection, so it is for now and then. */
final class SummaryQuery {

    private static final String ALL = """
        SELECT app_provider, client_id,
            SUM(CASE WHEN status = 'ACTIVE' THEN 1 ELSE 0 END),
            SUM(CASE WHEN status IN ('WAITING', 'RESTORED') THEN 1 ELSE 0 END),
            SUM(CASE WHEN status = 'NEEDS_RECONNECT' THEN 1 ELSE 0 END),
            SUM(CASE WHEN status = 'QUARANTINED' THEN 1 ELSE 0 END),
            MIN(CASE WHEN status = 'ACTIVE' THEN access_expires_at END),
            MIN(CASE WHEN status IN ('ACTIVE', 'WAITING', 'RESTORED') THEN reauthorize_by END),
            MAX(last_refreshed_at),
            MIN(CASE WHEN refresh_after <= ? THEN refresh_after END)
        FROM connection
        GROUP BY app_provider, client_id
        ORDER BY app_provider, client_id
        """;

    private SummaryQuery() {}

    static List<Summary> run(Connection connection, Instant now) throws SQLException {
        return Statements.all(connection, ALL, values -> values.time(now), SummaryQuery::summary).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty for rows whose app cannot be read. */
    private static Optional<Summary> summary(ResultSet row) throws SQLException {
        Optional<ClientAppId> app = app(row);
        if (app.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Summary(
                app.get(),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                Columns.time(row, 7).flatMap(Clocks::endIn),
                Columns.time(row, 8),
                Columns.time(row, 9),
                Columns.time(row, 10)));
    }

    private static Optional<ClientAppId> app(ResultSet row) throws SQLException {
        String clientId = Columns.text(row.getBytes(2));
        return clientId.isBlank()
                ? Optional.empty()
                : ProviderId.parse(row.getString(1)).map(provider -> ClientAppId.named(provider, clientId));
    }
}
