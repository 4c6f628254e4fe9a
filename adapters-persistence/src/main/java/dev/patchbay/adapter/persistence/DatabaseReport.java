package dev.patchbay.adapter.persistence;

import dev.patchbay.port.StoreUnavailable;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;

/**
 * What the database says of itself to a connection of ours.
 *
 * @param product its name and version
 * @param hasWholeUnicode whether it keeps every letter of every language
 * @param readsCommitted whether our connections see what others committed, and only that
 * @param isDurable whether what it acknowledged outlives this process; of MariaDB and MySQL {@link DatabaseCheck} knows more
 * @param time what time it is there
 */
public record DatabaseReport(
        String product, boolean hasWholeUnicode, boolean readsCommitted, boolean isDurable, Instant time) {
    private static final String SCHEMA = """
        SELECT COUNT(*) FROM information_schema.schemata
        WHERE schema_name = DATABASE() AND default_character_set_name <> 'utf8mb4'\
        """;
    private static final String COLUMNS = """
        SELECT COUNT(*) FROM information_schema.columns
        WHERE table_schema = DATABASE() AND character_set_name NOT IN ('utf8mb4', 'ascii')\
        """;
    private static final String WRITE_DELAY = """
        SELECT COUNT(*) FROM information_schema.settings
        WHERE setting_name = 'WRITE_DELAY' AND setting_value <> '0'\
        """;

    /** Asks; writes nothing. @throws StoreUnavailable when the database does not answer */
    public static DatabaseReport of(DatabaseSettings settings, DataSource source) {
        try (Connection connection =
                DelegatingDataSource.unwrapDataSource(source).getConnection()) {
            var about = connection.getMetaData();
            boolean embedded = settings.isEmbedded();
            return new DatabaseReport(
                    about.getDatabaseProductName() + " " + about.getDatabaseProductVersion(),
                    embedded || (isNone(connection, SCHEMA) && isNone(connection, COLUMNS)),
                    connection.getTransactionIsolation() == Connection.TRANSACTION_READ_COMMITTED,
                    !embedded || isNone(connection, WRITE_DELAY),
                    time(connection));
        } catch (SQLException e) {
            throw new StoreUnavailable("the database cannot be asked: " + SqlFailure.describe(e), null);
        }
    }

    private static Instant time(Connection connection) throws SQLException {
        return Statements.all(connection, "SELECT CURRENT_TIMESTAMP(6)", none -> {}, row -> row.getObject(
                                1, OffsetDateTime.class)
                        .toInstant())
                .getFirst();
    }

    private static boolean isNone(Connection connection, String count) throws SQLException {
        return Statements.all(connection, count, none -> {}, row -> row.getInt(1))
                .equals(List.of(0));
    }
}
