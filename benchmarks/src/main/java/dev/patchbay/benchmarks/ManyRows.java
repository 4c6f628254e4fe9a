package dev.patchbay.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of one table, written many at a time: each INSERT is one way to the database and back. */
final class ManyRows {
    private static final int AT_ONCE = 100;

    private ManyRows() {}

    /** @param rows each with a value for each of the columns, in their order */
    static void insert(Connection connection, String table, List<String> columns, List<List<@Nullable Object>> rows)
            throws SQLException {
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            insertTogether(connection, table, columns, rows.subList(from, Math.min(rows.size(), from + AT_ONCE)));
        }
    }

    private static void insertTogether(
            Connection connection, String table, List<String> columns, List<List<@Nullable Object>> rows)
            throws SQLException {
        String row = "(" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        String sql = "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES "
                + String.join(", ", Collections.nCopies(rows.size(), row));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int at = 1;
            for (List<@Nullable Object> values : rows) {
                for (Object value : values) {
                    statement.setObject(at++, value);
                }
            }
            statement.executeUpdate();
        }
    }
}
