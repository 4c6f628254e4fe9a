package dev.patchbay.benchmarks;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

/** Says which connections are due for renewal, and knows whether any still is. */
@Singleton
final class DueRows {
    private static final Duration LIFE = Duration.ofDays(30);
    private static final Duration OVERDUE = Duration.ofMinutes(10);

    private static final String COUNT = "SELECT COUNT(*) FROM connection";

    private static final String DUE = "SELECT COUNT(*) FROM connection WHERE platform = ? AND refresh_after <= ?";

    private static final String REST = """
        UPDATE connection SET refresh_after = ?, access_expires_at = ? WHERE platform = ? AND refresh_after < ?
        """;

    private static final String MAKE_DUE =
            "UPDATE connection SET refresh_after = ? WHERE account_id = ? AND platform = ?";

    private final DataSource database;
    private final Clock clock;

    DueRows(DataSource database, Clock clock) {
        this.database = DelegatingDataSource.unwrapDataSource(database);
        this.clock = clock;
    }

    int connections() throws SQLException {
        return count(COUNT);
    }

    int due() throws SQLException {
        return count(DUE, Seeding.PLATFORM.value(), Seeding.wall(clock.instant()));
    }

    /** Lets no connection be due before a month is over. */
    void rest() throws SQLException {
        var later = Seeding.wall(clock.instant().plus(LIFE));
        var soon = Seeding.wall(clock.instant().plus(LIFE.dividedBy(2)));
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(REST)) {
            bind(statement, later, later, Seeding.PLATFORM.value(), soon);
            statement.executeUpdate();
        }
    }

    /** Makes that many of the population due, from all over it, each at a moment of its own. They become so at once. */
    void makeDue(Population population, int from, int count) throws SQLException {
        Instant first = clock.instant().minus(OVERDUE);
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.prepareStatement(MAKE_DUE)) {
                int turn = 0;
                for (int number : population.scattered(from, count).toArray()) {
                    var at = Seeding.wall(first.plusMillis(turn++));
                    bind(statement, at, population.account(number).value(), Seeding.PLATFORM.value());
                    statement.addBatch();
                }
                statement.executeBatch();
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private int count(String sql, Object... values) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
