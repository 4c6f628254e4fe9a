package dev.patchbay.adapter.persistence;

import dev.patchbay.port.vault.DataKey;
import dev.patchbay.port.vault.Rewraps;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

@Singleton
final class JdbcRewraps implements Rewraps {

    private static final String UNDER = "SELECT " + DataKeyQueries.COLUMNS + """
         FROM data_key
        WHERE vault_key = ? AND vault_key_usable = 1 AND (owner > ? OR (owner = ? AND number > ?))
        ORDER BY owner, number LIMIT ?
        """;

    private static final String COUNT = "SELECT COUNT(*) FROM data_key WHERE vault_key = ? AND vault_key_usable = 1";

    private static final String REWRAP = """
        UPDATE data_key SET vault_key = ?, wrapped = ? WHERE owner = ? AND number = ? AND vault_key = ? AND wrapped = ?
        """;

    private final Database database;

    JdbcRewraps(Database database) {
        this.database = database;
    }

    @Override
    public List<DataKey> under(int vaultKey, Optional<DataKey> after, int limit) {
        String owner = after.map(key -> key.owner().name()).orElse("");
        return database.byHand(connection -> Statements.all(
                connection,
                UNDER,
                values -> values.number(vaultKey)
                        .text(owner)
                        .text(owner)
                        .number(after.map(DataKey::number).orElse(0))
                        .number(limit),
                DataKeyQueries::read));
    }

    @Override
    public long countUnder(int vaultKey) {
        return database.byHand(connection ->
                        Statements.one(connection, COUNT, values -> values.number(vaultKey), row -> row.getLong(1)))
                .orElse(0L);
    }

    @Override
    public boolean rewrap(DataKey read, DataKey fresh) {
        return database.letsByHand(
                connection -> Statements.update(connection, REWRAP, values -> values.number(fresh.vaultKey())
                        .wrapped(fresh.wrapped())
                        .text(read.owner().name())
                        .number(read.number())
                        .number(read.vaultKey())
                        .wrapped(read.wrapped())));
    }
}
