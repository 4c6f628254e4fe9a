package dev.patchbay.adapter.persistence;

import dev.patchbay.port.vault.KeyState;
import dev.patchbay.port.vault.MasterWrap;
import dev.patchbay.port.vault.VaultKey;
import dev.patchbay.port.vault.WrappedKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads and adds vault keys. They are read before the tables are brought to this version, so columns that came with V3 may be
 * missing.
 */
final class VaultKeyQueries {

    private static final String ALL = "SELECT * FROM vault_key ORDER BY number";

    private static final String INSERT = """
        INSERT INTO vault_key (number, state, usable, master_key_id, wrapped, created_at, since)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """;

    private VaultKeyQueries() {}

    static List<VaultKey> all(Connection connection) throws SQLException {
        // Not prepared: what was prepared before the tables change does not fit them afterwards.
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ALL)) {
            List<VaultKey> all = new ArrayList<>();
            while (rows.next()) {
                all.add(read(rows));
            }
            return all;
        }
    }

    static int insert(Connection connection, VaultKey key) throws SQLException {
        return Statements.update(connection, INSERT, values -> values.number(key.number())
                .text(key.state().name())
                .number(key.state().isUsable() ? 1 : 0)
                .text(key.masterKeyId())
                .wrapped(key.wrapped())
                .time(key.createdAt())
                .time(key.since()));
    }

    private static VaultKey read(ResultSet row) throws SQLException {
        boolean whole = hasNext(row.getMetaData());
        Instant createdAt = Columns.time(row, "created_at").orElseThrow();
        Optional<Instant> since = whole ? Columns.time(row, "since") : Optional.empty();
        return new VaultKey(
                row.getInt("number"),
                KeyState.valueOf(row.getString("state")),
                row.getString("master_key_id"),
                new WrappedKey(row.getBytes("wrapped")),
                createdAt,
                since.orElse(createdAt),
                whole ? next(row) : Optional.empty());
    }

    private static Optional<MasterWrap> next(ResultSet row) throws SQLException {
        String master = row.getString("next_master_key_id");
        return master == null
                ? Optional.empty()
                : Optional.of(new MasterWrap(master, new WrappedKey(row.getBytes("next_wrapped"))));
    }

    private static boolean hasNext(ResultSetMetaData columns) throws SQLException {
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            if (columns.getColumnLabel(column).equalsIgnoreCase("next_wrapped")) {
                return true;
            }
        }
        return false;
    }
}
