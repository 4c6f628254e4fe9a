package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.SessionClaim;
import dev.patchbay.port.connection.LendingView;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The one statement that every hand-out of a token waits for: session, connection and client app at once. Read by hand,
 * column by column: a row mapper takes longer than H2 does for the statement.
 */
final class LendingQuery {

    private static final String LOOK_UP = "SELECT " + ConnectionRow.COLUMNS + """
        , a.state, a.cause, a.since, a.retry_at
        FROM session s
        LEFT JOIN connection c ON c.account_id = s.account_id AND c.platform = ?
        LEFT JOIN client_app a ON a.provider = c.app_provider AND a.client_id = c.client_id
        WHERE s.account_id = ? AND s.id = ? AND s.ended_at IS NULL AND s.expires_at > ?
        """;

    private LendingQuery() {}

    static LendingView run(Connection connection, SessionClaim claim, ProviderId platform, Instant now)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOOK_UP)) {
            statement.setString(1, platform.value());
            statement.setString(2, claim.account().value());
            statement.setBytes(3, Columns.bytes(claim.session().value()));
            statement.setObject(4, Columns.wallTime(now));
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? read(new Row(result)) : new LendingView.NoSession();
            }
        }
    }

    private static LendingView read(Row row) throws SQLException {
        Optional<UUID> id = row.maybeUuid();
        if (id.isEmpty()) {
            return new LendingView.NoConnection();
        }
        return new LendingView.Found(row.connection(id.get()).connection(), readCondition(row));
    }

    private static AppCondition readCondition(Row row) throws SQLException {
        Optional<String> state = row.maybeText();
        return state.isEmpty()
                ? new AppCondition.Fine()
                : AppConditionRow.State.valueOf(state.get()).condition(row.cause(), row.instant(), row.instant());
    }
}
