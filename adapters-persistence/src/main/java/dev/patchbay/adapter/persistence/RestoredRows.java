package dev.patchbay.adapter.persistence;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes a backup's rows, many with one statement, and commits some thousands of them at a time; the last ones are the caller's to commit. */
final class RestoredRows implements BackupStream.Listener {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final int AT_ONCE = 50;

    /** An embedded database keeps in memory what is not committed. */
    private static final int COMMIT_AFTER = 100;

    private final Connection connection;
    private final List<@Nullable Object[]> waiting = new ArrayList<>();
    private String insert = "";
    private int columns;
    private long statements;

    RestoredRows(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void table(String name, List<String> names) throws IOException {
        // They go into statements as they are.
        if (!NAME.matcher(name).matches()
                || !names.stream().allMatch(one -> NAME.matcher(one).matches())) {
            throw new IOException("has a name that is none of ours");
        }
        insert = "INSERT INTO " + name + " (" + String.join(", ", names) + ") VALUES ";
        columns = names.size();
    }

    @Override
    public void row(@Nullable Object[] values) {
        waiting.add(values);
        if (waiting.size() == AT_ONCE) {
            write();
        }
    }

    @Override
    public void endOfTable() {
        if (!waiting.isEmpty()) {
            write();
        }
    }

    private void write() {
        String one = "(" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
        String sql = insert + String.join(", ", Collections.nCopies(waiting.size(), one));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int at = 0;
            for (@Nullable Object[] row : waiting) {
                for (Object value : row) {
                    statement.setObject(++at, value);
                }
            }
            statement.executeUpdate();
            if (++statements % COMMIT_AFTER == 0) {
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a row of the backup does not fit: " + SqlFailure.describe(e));
        }
        waiting.clear();
    }
}
