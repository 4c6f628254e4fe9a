package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.port.vault.SealedShelf;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
final class JdbcSealedShelf implements SealedShelf {

    private final Database database;
    private final SealedSecretTable table;

    JdbcSealedShelf(Database database, SealedSecretTable table) {
        this.database = database;
        this.table = table;
    }

    @Override
    public Optional<SealedSecret> find(String name) {
        return database.run(() -> table.find(name)).map(SealedSecretRow::sealed);
    }

    @Override
    public boolean add(String name, SealedSecret sealed) {
        return database.adds(() -> table.insert(new SealedSecretRow(name, sealed)));
    }
}
