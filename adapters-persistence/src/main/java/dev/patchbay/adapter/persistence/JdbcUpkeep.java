package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.connection.Upkeep;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@Singleton
final class JdbcUpkeep implements Upkeep {

    private static final String DEAD = """
        SELECT id FROM connection
        WHERE status = 'NEEDS_RECONNECT' AND since >= ? AND platform = ?
          AND cause IN ('GRANT_DEAD', 'ROTATION_OUTCOME_UNKNOWN') AND refresh_token IS NOT NULL
        """;

    private static final String REVIVE = """
        UPDATE connection
        SET status = 'ACTIVE', cause = NULL, since = NULL, retry_at = NULL, failures = 0, refresh_after = ?
        WHERE id = ? AND status = 'NEEDS_RECONNECT' AND since >= ? AND refresh_token IS NOT NULL
        """;

    private static final String FORGET = """
        UPDATE connection SET refresh_token = NULL
        WHERE status = 'NEEDS_RECONNECT' AND since < ? AND refresh_token IS NOT NULL LIMIT 500
        """;

    private final Database database;

    JdbcUpkeep(Database database) {
        this.database = database;
    }

    @Override
    public List<Summary> summaries(Instant now) {
        return database.byHand(connection -> SummaryQuery.run(connection, now));
    }

    @Override
    public boolean quarantine(ConnectionId id, long version, Cause cause, Instant now) {
        StandingColumns columns = StandingColumns.of(new Standing.Quarantined(cause, now));
        return database.byHand(connection ->
                        Statements.update(connection, StandingColumns.OVERRULE, values -> columns.bind(values)
                                .id(id.value())
                                .number(version)))
                > 0;
    }

    /** One by one: an operator's act on rows that nobody waits for, which must not lock thousands of them at once. */
    @Override
    public int revive(ProviderId platform, Instant diedSince, Instant now) {
        List<UUID> dead = database.byHand(connection -> Statements.all(
                connection,
                DEAD,
                values -> values.time(diedSince).text(platform.value()),
                row -> Columns.uuid(row.getBytes(1))));
        int revived = 0;
        for (UUID id : dead) {
            revived += database.byHand(connection -> Statements.update(
                    connection, REVIVE, values -> values.time(now).id(id).time(diedSince)));
        }
        return revived;
    }

    @Override
    public int forgetDead(Instant endedBefore) {
        return database.byHand(connection -> Statements.update(connection, FORGET, values -> values.time(endedBefore)));
    }
}
