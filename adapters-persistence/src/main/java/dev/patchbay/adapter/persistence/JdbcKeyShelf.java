package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.port.vault.DataKey;
import dev.patchbay.port.vault.KeyShelf;
import dev.patchbay.port.vault.KeyState;
import dev.patchbay.port.vault.VaultKey;
import dev.patchbay.port.vault.WrappedKey;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

@Singleton
final class JdbcKeyShelf implements KeyShelf {

    private final Database database;

    JdbcKeyShelf(Database database) {
        this.database = database;
    }

    @Override
    public List<VaultKey> vaultKeys() {
        return database.list(
                row -> new VaultKey(
                        row.count(),
                        KeyState.valueOf(row.text()),
                        row.text(),
                        new WrappedKey(row.bytes()),
                        row.instant()),
                "SELECT number, state, master_key_id, wrapped, created_at FROM vault_key ORDER BY number");
    }

    @Override
    public boolean add(VaultKey key) {
        return database.insert(
                "INSERT INTO vault_key (number, state, master_key_id, wrapped, created_at) VALUES (?, ?, ?, ?, ?)",
                key.number(),
                key.state(),
                key.masterKeyId(),
                key.wrapped().bytes(),
                key.createdAt());
    }

    @Override
    public Optional<DataKey> newestDataKey(KeyOwner owner) {
        return database.one(reading(owner), """
            SELECT number, vault_key, wrapped, created_at FROM data_key
            WHERE owner = ? ORDER BY number DESC LIMIT 1
            """, owner.name());
    }

    @Override
    public Optional<DataKey> dataKey(KeyOwner owner, int number) {
        return database.one(reading(owner), """
            SELECT number, vault_key, wrapped, created_at FROM data_key WHERE owner = ? AND number = ?
            """, owner.name(), number);
    }

    @Override
    public boolean add(DataKey key) {
        return database.insert(
                "INSERT INTO data_key (owner, number, vault_key, wrapped, created_at) VALUES (?, ?, ?, ?, ?)",
                key.owner().name(),
                key.number(),
                key.vaultKey(),
                key.wrapped().bytes(),
                key.createdAt());
    }

    @Override
    public void destroyDataKeys(KeyOwner owner) {
        database.update("DELETE FROM data_key WHERE owner = ?", owner.name());
    }

    private static Row.Reader<DataKey> reading(KeyOwner owner) {
        return row -> new DataKey(owner, row.count(), row.count(), new WrappedKey(row.bytes()), row.instant());
    }
}
