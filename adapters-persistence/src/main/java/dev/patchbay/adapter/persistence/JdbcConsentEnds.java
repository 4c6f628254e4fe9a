package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.chat.ConsentEnds;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Singleton
final class JdbcConsentEnds implements ConsentEnds {

    private static final int MOST = 500;

    /** Behind every other id. */
    private static final UUID LAST = new UUID(-1, -1);

    private static final String BETWEEN = """
        SELECT c.id, c.account_id, c.platform, c.consented_at, c.reauthorize_by FROM connection c
        WHERE c.reauthorize_by >= ? AND c.reauthorize_by <= ?
          AND (c.reauthorize_by > ? OR (c.reauthorize_by = ? AND c.id > ?))
          AND c.status IN ('ACTIVE', 'WAITING')
          AND EXISTS (SELECT 1 FROM chat h WHERE h.account_id = c.account_id AND h.muted_since IS NULL)
        ORDER BY c.reauthorize_by, c.id LIMIT ?
        """;

    private final Database database;

    JdbcConsentEnds(Database database) {
        this.database = database;
    }

    @Override
    public List<Ending> between(Instant after, Instant upTo, Optional<Ending> from, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("the limit is 1 to " + MOST);
        }
        Instant start = from.map(Ending::reauthorizeBy).orElse(after);
        UUID id = from.map(ending -> ending.connection().value()).orElse(LAST);
        return database.byHand(connection -> Statements.all(
                connection,
                BETWEEN,
                values -> values.time(start)
                        .time(upTo)
                        .time(start)
                        .time(start)
                        .id(id)
                        .number(limit),
                JdbcConsentEnds::read));
    }

    private static Ending read(ResultSet row) throws SQLException {
        return new Ending(
                new ConnectionId(Columns.uuid(row.getBytes(1))),
                new AccountId(row.getString(2)),
                new ProviderId(row.getString(3)),
                Columns.time(row, 4).orElseThrow(),
                Columns.time(row, 5).orElseThrow());
    }
}
