package dev.patchbay.faults.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every sealed secret that accounts have in a schema, found by the shape of its column, so that a new column joins by itself. What is
 * there can be kept, changed and put back. For one thread.
 */
public final class SealedSpots implements AutoCloseable {
    /** As {@code SealedColumnTest} has it: wrapped keys, what lives for minutes; and the service's own. */
    private static final Set<String> APART =
            Set.of("vault_key", "data_key", "attempt", "handoff", "sealed_secret", "chat_outbox", "certificate");

    private static final String COLUMNS = """
        SELECT table_name, column_name FROM information_schema.columns
        WHERE table_schema = DATABASE() AND data_type IN ('varbinary', 'blob') AND character_maximum_length >= 4096
        ORDER BY 1, 2
        """;

    private final Connection connection;
    private final Map<String, List<String>> columns = new LinkedHashMap<>();

    SealedSpots(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(COLUMNS)) {
            while (rows.next()) {
                if (!APART.contains(rows.getString(1))) {
                    columns.computeIfAbsent(rows.getString(1), table -> new ArrayList<>())
                            .add(rows.getString(2));
                }
            }
        }
    }

    /** The names of all columns, with their tables. */
    public Set<String> columns() {
        Set<String> names = new TreeSet<>();
        columns.forEach((table, all) -> all.forEach(column -> names.add(table + "." + column)));
        return names;
    }

    /** Everything sealed that is there now. */
    public Map<Spot, byte[]> read() {
        Map<Spot, byte[]> found = new LinkedHashMap<>();
        columns.forEach((table, all) -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                while (rows.next()) {
                    for (String column : all) {
                        byte[] value = rows.getBytes(column);
                        if (value != null) {
                            found.put(
                                    new Spot(table, column, rows.getString("account_id"), rows.getString("platform")),
                                    value);
                        }
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        return found;
    }

    /** Writes into that spot. */
    public void put(Spot spot, byte[] value) {
        String sql = "UPDATE " + spot.table() + " SET " + spot.column() + " = ? WHERE account_id = ? AND platform = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, value);
            statement.setString(2, spot.account());
            statement.setString(3, spot.platform());
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("nothing is in " + spot);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps all rows as they are. */
    public void keep() {
        run(columns.keySet().stream()
                .map(table -> "CREATE TABLE kept_" + table + " AS SELECT * FROM " + table)
                .toList());
    }

    /** Puts all rows back as they were kept. */
    public void putBack() {
        run(columns.keySet().stream()
                .flatMap(table ->
                        List.of("DELETE FROM " + table, "INSERT INTO " + table + " SELECT * FROM kept_" + table)
                                .stream())
                .toList());
    }

    private void run(List<String> statements) {
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String one : statements) {
                statement.execute(one);
            }
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
