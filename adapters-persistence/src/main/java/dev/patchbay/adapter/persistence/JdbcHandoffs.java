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

    JdbcHandoffs(Database database) {
        this.database = database;
    }

    @Override
    public void park(Handoff handoff) {
        database.insertNew(
                "INSERT INTO handoff (code_hash, attempt_id, code, expires_at) VALUES (?, ?, ?, ?)",
                handoff.fingerprint(),
                handoff.attempt(),
                handoff.code(),
                handoff.expiresAt());
    }

    @Override
    public Optional<Handoff> take(Fingerprint code, Instant now) {
        // A parked handoff never changes, so it may be read first; the delete decides whose it is.
        Optional<Handoff> parked = database.one(
                row -> new Handoff(row.fingerprint(), row.uuid(), row.sealed(), row.instant()), """
                SELECT code_hash, attempt_id, code, expires_at FROM handoff WHERE code_hash = ? AND expires_at > ?
                """, code, now);
        return parked.filter(handoff ->
                database.update("DELETE FROM handoff WHERE code_hash = ? AND expires_at > ?", code, now) == 1);
    }
}
