package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.port.vault.DataKey;
import dev.patchbay.port.vault.KeyShelf;
import dev.patchbay.port.vault.VaultKey;
import dev.patchbay.port.vault.WrappedKey;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

@Singleton
final class JdbcKeyShelf implements KeyShelf {

    private static final int AT_ONCE = 50;

    /** By hand, as the sweep waits for it. */
    private static final String NEWEST = """
        SELECT k.owner, k.number, k.vault_key, k.wrapped, k.created_at FROM data_key k
        WHERE k.owner IN (%s)
          AND NOT EXISTS (SELECT 1 FROM data_key n WHERE n.owner = k.owner AND n.number > k.number)
        """;

    private final Database database;
    private final DataKeyTable dataKeys;

    JdbcKeyShelf(Database database, DataKeyTable dataKeys) {
        this.database = database;
        this.dataKeys = dataKeys;
    }

    @Override
    public List<VaultKey> vaultKeys() {
        return database.byHand(VaultKeyQueries::all);
    }

    @Override
    public boolean add(VaultKey key) {
        return database.addsByHand(connection -> VaultKeyQueries.insert(connection, key));
    }

    @Override
    public Optional<DataKey> newestDataKey(KeyOwner owner) {
        return database.run(() -> dataKeys.newest(owner.name())).map(row -> row.key(owner));
    }

    @Override
    public List<DataKey> newestDataKeys(Set<KeyOwner> owners) {
        Map<String, KeyOwner> byName = owners.stream().collect(Collectors.toMap(KeyOwner::name, owner -> owner));
        List<DataKey> all = new ArrayList<>();
        for (List<String> some : InList.parts(List.copyOf(byName.keySet()), AT_ONCE)) {
            all.addAll(database.byHand(connection -> Statements.all(
                    connection,
                    NEWEST.formatted(InList.marks(some)),
                    values -> InList.each(some, values::text),
                    row -> new DataKey(
                            Objects.requireNonNull(byName.get(row.getString(1))),
                            row.getInt(2),
                            row.getInt(3),
                            new WrappedKey(row.getBytes(4)),
                            Columns.time(row, 5).orElseThrow()))));
        }
        return all;
    }

    @Override
    public Optional<DataKey> dataKey(KeyOwner owner, int number) {
        return database.run(() -> dataKeys.find(owner.name(), number)).map(row -> row.key(owner));
    }

    @Override
    public boolean add(DataKey key) {
        return database.letsByHand(connection -> DataKeyQueries.insert(connection, key));
    }

    @Override
    public void destroyDataKeys(KeyOwner owner) {
        database.changes(() -> dataKeys.destroy(owner.name()));
    }
}
