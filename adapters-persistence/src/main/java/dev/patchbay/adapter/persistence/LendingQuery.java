package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.SessionClaim;
import dev.patchbay.port.connection.LendingView;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * The one statement that every hand-out of a token waits for: session and connection at once. How the app
 * fares is asked only when a token has to be renewed. Read by hand,
 * column by column: a row mapper takes longer than H2 does for the statement.
 */
final class LendingQuery {

    private static final String LOOK_UP = "SELECT " + ConnectionRow.COLUMNS + """

        FROM session s
        LEFT JOIN connection c ON c.account_id = s.account_id AND c.platform = ?
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
                return result.next() ? read(result) : new LendingView.NoSession();
            }
        }
    }

    private static LendingView read(ResultSet row) throws SQLException {
        return row.getBytes(1) == null
                ? new LendingView.NoConnection()
                : new LendingView.Found(ConnectionReader.read(row));
    }
}
