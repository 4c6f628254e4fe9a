package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.connection.RenewalOutcome;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.connection.RenewalCounts;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

@Singleton
final class JdbcRenewalCounts implements RenewalCounts {

    private static final String ADD = """
        INSERT INTO renewal_count (hour_from, platform, outcome, renewals) VALUES (?, ?, ?, ?)
        ON DUPLICATE KEY UPDATE renewals = renewals + ?
        """;

    private static final String HOURS = """
        SELECT hour_from, outcome, SUM(renewals) FROM renewal_count
        WHERE hour_from >= ? GROUP BY hour_from, outcome ORDER BY hour_from, outcome
        """;

    private static final String PLATFORMS = """
        SELECT platform, outcome, SUM(renewals) FROM renewal_count
        WHERE hour_from >= ? GROUP BY platform, outcome ORDER BY platform, outcome
        """;

    private static final String PURGE = "DELETE FROM renewal_count WHERE hour_from < ? LIMIT 1000";

    private final Database database;

    JdbcRenewalCounts(Database database) {
        this.database = database;
    }

    @Override
    public void add(Count count) {
        int _ = database.byHand(connection -> Statements.update(connection, ADD, values -> values.time(count.hour())
                .text(count.platform().value())
                .text(count.outcome().name())
                .number(count.renewals())
                .number(count.renewals())));
    }

    @Override
    public List<Hour> since(Instant hour) {
        return database.byHand(connection -> Statements.all(
                connection,
                HOURS,
                values -> values.time(hour),
                row -> new Hour(
                        Columns.time(row, 1).orElseThrow(), RenewalOutcome.valueOf(row.getString(2)), row.getLong(3))));
    }

    @Override
    public List<OfPlatform> byPlatformSince(Instant hour) {
        return database.byHand(connection -> Statements.all(
                connection,
                PLATFORMS,
                values -> values.time(hour),
                row -> new OfPlatform(
                        new ProviderId(row.getString(1)), RenewalOutcome.valueOf(row.getString(2)), row.getLong(3))));
    }

    @Override
    public int purge(Instant before) {
        return database.byHand(connection -> Statements.update(connection, PURGE, values -> values.time(before)));
    }
}
