package dev.patchbay.faults.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the database says, asked past the service. */
public final class Rows {
    /** Opens a connection. */
    interface Source {
        Connection open() throws SQLException;
    }

    private final Source source;

    Rows(Source source) {
        this.source = source;
    }

    /**
     * How many renewals of each connection have been committed; a renewal raises the version by one, and the first version
     * is 1.
     *
     * @return by account and platform, as {@code account/platform}
     */
    public Map<String, Long> renewalsCommitted() {
        Map<String, Long> all = new HashMap<>();
        query(
                "SELECT account_id, platform, token_version FROM connection",
                row -> all.put(row.getString(1) + "/" + row.getString(2), row.getLong(3) - 1));
        return all;
    }

    /** One number. */
    public long count(String sql) {
        long[] count = {0};
        query(sql, row -> count[0] = row.getLong(1));
        return count[0];
    }

    /** One word; empty when there is no row. */
    public String word(String sql) {
        StringBuilder word = new StringBuilder();
        query(sql, row -> word.append(row.getString(1)));
        return word.toString();
    }

    /** When each update of a chat was noted as done, by its number; those that are not done are left out. */
    public Map<Long, Instant> updatesDone() {
        Map<Long, Instant> all = new HashMap<>();
        query(
                "SELECT update_id, done_at FROM chat_update WHERE done_at IS NOT NULL",
                row -> all.put(
                        row.getLong(1), row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC)));
        return all;
    }

    /** When the user of that chat changed their name, oldest first. */
    public List<Instant> renamings(long chat) {
        List<Instant> all = new ArrayList<>();
        query(
                "SELECT a.at FROM activity a JOIN chat c ON c.account_id = a.account_id"
                        + " WHERE a.kind = 'RENAMED' AND c.user_id = " + chat + " ORDER BY a.id",
                row -> all.add(row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC)));
        return all;
    }

    /** Changes rows behind the service's back. @return how many */
    public int change(String sql) {
        try (Connection connection = source.open();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The sealed secrets of accounts among them. */
    public SealedSpots sealedSpots() {
        try {
            return new SealedSpots(source.open());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    private void query(String sql, Reader reader) {
        try (Connection connection = source.open();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                reader.read(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
