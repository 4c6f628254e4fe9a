package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.attempt.Handoff;
import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.port.attempt.Handoffs;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

@Singleton
final class JdbcHandoffs implements Handoffs {

    private final Database database;
    private final HandoffTable table;

    JdbcHandoffs(Database database, HandoffTable table) {
        this.database = database;
        this.table = table;
    }

    @Override
    public void park(Handoff handoff) {
        database.addNew(() -> table.insert(HandoffRow.of(handoff)));
    }

    @Override
    public Optional<Handoff> take(Fingerprint code, Instant now) {
        // A parked handoff never changes, so it may be read first; the delete decides whose it is.
        return database.run(() -> table.find(code, now))
                .filter(parked -> database.changes(() -> table.take(code, now)))
                .map(HandoffRow::handoff);
    }
}
