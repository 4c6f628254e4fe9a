package dev.patchbay.adapter.persistence;

import static dev.patchbay.adapter.persistence.Sql.exact;

import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.port.vault.SealedShelf;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
final class JdbcSealedShelf implements SealedShelf {

    private final Database database;

    JdbcSealedShelf(Database database) {
        this.database = database;
    }

    @Override
    public Optional<SealedSecret> find(String name) {
        return database.one(Row::sealed, "SELECT sealed FROM sealed_secret WHERE name = ?", (Object) exact(name));
    }

    @Override
    public boolean add(String name, SealedSecret sealed) {
        return database.insert("INSERT INTO sealed_secret (name, sealed) VALUES (?, ?)", exact(name), sealed);
    }
}
