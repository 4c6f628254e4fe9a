package dev.patchbay.adapter.persistence;

import dev.patchbay.port.vault.KeyState;
import dev.patchbay.port.vault.MasterWrap;
import dev.patchbay.port.vault.MasterWraps;
import dev.patchbay.port.vault.VaultKey;
import jakarta.inject.Singleton;
import java.time.Instant;

@Singleton
final class JdbcMasterWraps implements MasterWraps {

    private static final String ADD = """
        UPDATE vault_key SET next_master_key_id = ?, next_wrapped = ?
        WHERE number = ? AND wrapped = ? AND state <> 'DESTROYED'
        """;

    private static final String GIVE_UP =
            "UPDATE vault_key SET next_master_key_id = NULL, next_wrapped = NULL WHERE next_wrapped IS NOT NULL";

    /** Of all rows, so that none comes or goes between the two statements of a finish. */
    private static final String LOCK = "SELECT number FROM vault_key ORDER BY number FOR UPDATE";

    /** The second wrap is read before it is cleared, in the order in which MySQL assigns. */
    private static final String FINISH = """
        UPDATE vault_key SET master_key_id = next_master_key_id, wrapped = next_wrapped,
            next_master_key_id = NULL, next_wrapped = NULL
        WHERE next_wrapped IS NOT NULL
        """;

    private final Database database;

    JdbcMasterWraps(Database database) {
        this.database = database;
    }

    @Override
    public boolean add(VaultKey read, MasterWrap next) {
        return database.letsByHand(
                connection -> Statements.update(connection, ADD, values -> values.text(next.masterKeyId())
                        .wrapped(next.wrapped())
                        .number(read.number())
                        .wrapped(read.wrapped())));
    }

    @Override
    public void giveUp() {
        database.byHand(connection -> Statements.update(connection, GIVE_UP, values -> {}));
    }

    @Override
    public boolean finish(String nextId, Instant now) {
        return database.togetherByHand(connection -> {
            Statements.all(connection, LOCK, values -> {}, row -> row.getInt(1));
            boolean whole = VaultKeyQueries.all(connection).stream()
                    .filter(key -> key.state() != KeyState.DESTROYED)
                    .allMatch(key -> key.next()
                            .filter(wrap -> wrap.masterKeyId().equals(nextId))
                            .isPresent());
            if (whole) {
                Statements.update(connection, FINISH, values -> {});
            }
            return whole;
        });
    }
}
