package dev.patchbay.adapter.persistence;

import dev.patchbay.port.StoreUnavailable;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

/** How much there is in the database, and in which tables; nothing of what is in them. */
@Singleton
public final class StoreFacts {

    private final DataSource source;
    private final Migrations migrations;

    StoreFacts(DataSource source, Migrations migrations) {
        this.source = DelegatingDataSource.unwrapDataSource(source);
        this.migrations = migrations;
    }

    /**
     * What the database is, the version of the tables, and the rows of each; in words, by what they are about.
     *
     * @throws StoreUnavailable when it does not answer
     */
    public Map<String, String> all() {
        Map<String, String> facts = new LinkedHashMap<>();
        try (Connection connection = source.getConnection()) {
            var data = connection.getMetaData();
            facts.put("engine", data.getDatabaseProductName() + " " + data.getDatabaseProductVersion());
            facts.put("tables of version", migrations.version().orElse("none"));
            for (String table : OurTables.of(connection)) {
                long rows = Statements.one(
                                connection, "SELECT COUNT(*) FROM " + table, values -> {}, row -> row.getLong(1))
                        .orElse(0L);
                facts.put("rows of " + table, String.valueOf(rows));
            }
        } catch (SQLException e) {
            throw new StoreUnavailable("the database does not answer: " + SqlFailure.describe(e), null);
        }
        return facts;
    }
}
