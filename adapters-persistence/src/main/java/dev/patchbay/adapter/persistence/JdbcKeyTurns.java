package dev.patchbay.adapter.persistence;

import dev.patchbay.port.vault.KeyTurns;
import dev.patchbay.port.vault.WrappedKey;
import jakarta.inject.Singleton;
import java.time.Instant;

@Singleton
final class JdbcKeyTurns implements KeyTurns {

    private static final WrappedKey NOTHING = new WrappedKey(new byte[0]);

    private static final String ACTIVATE =
            "UPDATE vault_key SET state = 'ACTIVE', since = ? WHERE number = ? AND state = 'PENDING'";

    private static final String RETIRE =
            "UPDATE vault_key SET state = 'DECRYPT_ONLY', since = ? WHERE state = 'ACTIVE' AND number <> ?";

    private static final String DISABLE = """
        UPDATE vault_key SET state = 'DISABLED', usable = 0, since = ? WHERE number = ? AND state = 'DECRYPT_ONLY'
        """;

    /** Nothing names a disabled key: the foreign key of data keys sees to that. */
    private static final String DESTROY = """
        UPDATE vault_key
        SET state = 'DESTROYED', since = ?, wrapped = ?, next_master_key_id = NULL, next_wrapped = NULL
        WHERE number = ? AND state = 'DISABLED' AND since < ?
        """;

    private final Database database;

    JdbcKeyTurns(Database database) {
        this.database = database;
    }

    @Override
    public boolean promote(int number, Instant now) {
        return database.togetherByHand(connection -> {
            boolean won = Statements.update(
                            connection, ACTIVATE, values -> values.time(now).number(number))
                    == 1;
            if (won) {
                Statements.update(connection, RETIRE, values -> values.time(now).number(number));
            }
            return won;
        });
    }

    @Override
    public boolean disable(int number, Instant now) {
        return database.letsByHand(connection -> Statements.update(
                connection, DISABLE, values -> values.time(now).number(number)));
    }

    @Override
    public boolean destroy(int number, Instant disabledBefore, Instant now) {
        return database.letsByHand(connection -> Statements.update(
                connection,
                DESTROY,
                values -> values.time(now).wrapped(NOTHING).number(number).time(disabledBefore)));
    }
}
