package dev.patchbay.adapter.persistence;

import dev.patchbay.port.vault.VaultReader;
import dev.patchbay.port.vault.VaultReaders;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
final class JdbcVaultReaders implements VaultReaders {

    private static final String UPDATE =
            "UPDATE vault_reader SET knows = ?, master_key_id = ?, seen_at = ? WHERE process = ?";

    private static final String INSERT =
            "INSERT INTO vault_reader (knows, master_key_id, seen_at, process) VALUES (?, ?, ?, ?)";

    private static final String ALL = "SELECT process, knows, master_key_id, seen_at FROM vault_reader";

    private static final String FORGET = "DELETE FROM vault_reader WHERE process = ?";

    private final Database database;

    JdbcVaultReaders(Database database) {
        this.database = database;
    }

    /** Nobody else writes this process's row, but may have forgotten it. */
    @Override
    public void note(VaultReader reader) {
        boolean _ =
                database.letsByHand(connection -> Statements.update(connection, UPDATE, values -> bind(values, reader)))
                        || database.addsByHand(
                                connection -> Statements.update(connection, INSERT, values -> bind(values, reader)));
    }

    private static void bind(Parameters values, VaultReader reader) throws java.sql.SQLException {
        values.number(reader.knows())
                .text(reader.masterKeyId())
                .time(reader.seenAt())
                .text(reader.process());
    }

    @Override
    public List<VaultReader> all() {
        return database.byHand(connection -> Statements.all(
                connection,
                ALL,
                values -> {},
                row -> new VaultReader(
                        row.getString(1),
                        row.getInt(2),
                        row.getString(3),
                        Columns.time(row, 4).orElseThrow())));
    }

    @Override
    public void forget(String process) {
        database.byHand(connection -> Statements.update(connection, FORGET, values -> values.text(process)));
    }
}
