package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.port.vault.DataKey;
import dev.patchbay.port.vault.WrappedKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Data keys, by hand. */
final class DataKeyQueries {

    /** In the order that {@link #read} expects. */
    static final String COLUMNS = "owner, number, vault_key, wrapped, created_at";

    private static final String INSERT =
            "INSERT INTO data_key (owner, number, vault_key, wrapped, created_at) VALUES (?, ?, ?, ?, ?)";

    private DataKeyQueries() {}

    static int insert(Connection connection, DataKey key) throws SQLException {
        return Statements.update(
                connection, INSERT, values -> values.text(key.owner().name())
                        .number(key.number())
                        .number(key.vaultKey())
                        .wrapped(key.wrapped())
                        .time(key.createdAt()));
    }

    static DataKey read(ResultSet row) throws SQLException {
        return new DataKey(
                owner(row.getString(1)),
                row.getInt(2),
                row.getInt(3),
                new WrappedKey(row.getBytes(4)),
                Columns.time(row, 5).orElseThrow());
    }

    private static KeyOwner owner(String name) {
        return name.equals(KeyOwner.service().name()) ? KeyOwner.service() : KeyOwner.of(new AccountId(name));
    }
}
