package dev.patchbay.adapter.persistence;

import dev.patchbay.port.StoreUnavailable;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;

/** Whether the store is of use. Safe for many threads. */
@Singleton
public final class StoreHealth {

    private static final String BEAT = "UPDATE heartbeat SET beats = beats + 1 WHERE id = 1";

    private final Database database;

    StoreHealth(Database database) {
        this.database = database;
    }

    /** Writes to find out; false when the store does not answer, takes no writes, or has no tables yet. */
    public boolean isWritable() {
        try {
            return database.byHand(connection -> {
                try (PreparedStatement statement = connection.prepareStatement(BEAT)) {
                    return statement.executeUpdate() == 1;
                }
            });
        } catch (StoreUnavailable | IllegalStateException notNow) {
            return false;
        }
    }
}
