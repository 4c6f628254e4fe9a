package dev.patchbay.adapter.persistence;

import dev.patchbay.port.StoreUnavailable;
import jakarta.inject.Singleton;

/** Whether the store is of use. Safe for many threads. */
@Singleton
public final class StoreHealth {

    private final Database database;

    StoreHealth(Database database) {
        this.database = database;
    }

    /** Writes to find out; false when the store does not answer, takes no writes, or has no tables yet. */
    public boolean isWritable() {
        try {
            return database.update("UPDATE heartbeat SET beats = beats + 1 WHERE id = 1") == 1;
        } catch (StoreUnavailable | IllegalStateException notNow) {
            return false;
        }
    }
}
