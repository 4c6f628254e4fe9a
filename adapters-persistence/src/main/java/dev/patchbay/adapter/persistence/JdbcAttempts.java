package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.attempt.Attempt;
import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.port.attempt.Attempts;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@Singleton
final class JdbcAttempts implements Attempts {

    private final Database database;
    private final AttemptTable table;

    JdbcAttempts(Database database, AttemptTable table) {
        this.database = database;
        this.table = table;
    }

    @Override
    public void add(Attempt attempt) {
        database.addNew(() -> table.insert(AttemptRow.of(attempt)));
    }

    @Override
    public Optional<Attempt> consume(Fingerprint state, Instant now) {
        boolean won = database.changes(() -> table.consume(state, now));
        return won ? database.run(() -> table.find(state)).map(AttemptRow::attempt) : Optional.empty();
    }

    @Override
    public Optional<Attempt> consumed(UUID id, Instant now) {
        return database.run(() -> table.consumed(id, now)).map(AttemptRow::attempt);
    }

    @Override
    public int drop(AccountId account) {
        return database.run(() -> table.drop(account));
    }

    @Override
    public int purge(Instant before) {
        return database.run(() -> table.purge(before));
    }
}
