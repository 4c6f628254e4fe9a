package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.port.vault.DataKey;
import dev.patchbay.port.vault.KeyShelf;
import dev.patchbay.port.vault.VaultKey;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

@Singleton
final class JdbcKeyShelf implements KeyShelf {

    private final Database database;
    private final VaultKeyTable vaultKeys;
    private final DataKeyTable dataKeys;

    JdbcKeyShelf(Database database, VaultKeyTable vaultKeys, DataKeyTable dataKeys) {
        this.database = database;
        this.vaultKeys = vaultKeys;
        this.dataKeys = dataKeys;
    }

    @Override
    public List<VaultKey> vaultKeys() {
        return database.run(vaultKeys::all).stream().map(VaultKeyRow::key).toList();
    }

    @Override
    public boolean add(VaultKey key) {
        return database.adds(() -> vaultKeys.insert(VaultKeyRow.of(key)));
    }

    @Override
    public Optional<DataKey> newestDataKey(KeyOwner owner) {
        return database.run(() -> dataKeys.newest(owner.name())).map(row -> row.key(owner));
    }

    @Override
    public Optional<DataKey> dataKey(KeyOwner owner, int number) {
        return database.run(() -> dataKeys.find(owner.name(), number)).map(row -> row.key(owner));
    }

    @Override
    public boolean add(DataKey key) {
        return database.adds(() -> dataKeys.insert(DataKeyRow.of(key)));
    }

    @Override
    public void destroyDataKeys(KeyOwner owner) {
        database.changes(() -> dataKeys.destroy(owner.name()));
    }
}
