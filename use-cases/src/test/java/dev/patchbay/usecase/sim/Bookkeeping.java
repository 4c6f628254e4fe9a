package dev.patchbay.usecase.sim;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.Lease;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.connection.Spool;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tells the oracle what takes effect in the store. */
final class Bookkeeping {
    private final Map<AccountId, Slot> slots = new HashMap<>();
    private final Map<ConnectionId, Slot> rows = new HashMap<>();
    private final Oracle oracle;

    Bookkeeping(Oracle oracle) {
        this.oracle = oracle;
    }

    void know(Slot slot) {
        slots.put(slot.account(), slot);
    }

    boolean stored(boolean done, Connection row) {
        if (done) {
            rows.put(row.id(), slotOf(row));
            oracle.stored(slotOf(row), row);
        }
        return done;
    }

    boolean stood(boolean done, Connections inner, ConnectionId id) {
        if (done) {
            inner.find(id).ifPresent(row -> oracle.stood(slotOf(row), row));
        }
        return done;
    }

    /** A process has the claim of a row. */
    void claimed(String holder, Lease lease) {
        Slot slot = rows.get(lease.connection());
        if (slot != null) {
            oracle.claimed(slot, holder, lease);
        }
    }

    /** A renewed grant is on a disk. */
    boolean spooled(boolean done, Spool.Entry entry) {
        if (done) {
            oracle.spooled(entry.tokens());
        }
        return done;
    }

    boolean removed(boolean done, Optional<Connection> row) {
        if (done) {
            row.ifPresent(gone -> oracle.removed(slotOf(gone), gone));
        }
        return done;
    }

    private Slot slotOf(Connection row) {
        Slot slot = slots.get(row.account());
        if (slot == null) {
            throw new IllegalStateException("nobody knows " + row.account());
        }
        return slot;
    }
}
