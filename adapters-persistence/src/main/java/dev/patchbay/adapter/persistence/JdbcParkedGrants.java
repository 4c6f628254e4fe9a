package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.connection.ParkedGrant;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.connection.ParkedGrants;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@Singleton
final class JdbcParkedGrants implements ParkedGrants {

    private final Database database;
    private final ParkedGrantTable table;
    private final AccountTable accounts;

    JdbcParkedGrants(Database database, ParkedGrantTable table, AccountTable accounts) {
        this.database = database;
        this.table = table;
        this.accounts = accounts;
    }

    @Override
    public Optional<ParkedGrant> park(ParkedGrant grant) {
        return database.together(() -> {
                    // The account's row is the lock: of two who park at once, the second is handed what the first
                    // parked.
                    accounts.lock(grant.account());
                    Optional<ParkedGrant> earlier =
                            table.of(grant.account(), grant.platform()).map(ParkedGrantRow::grant);
                    earlier.ifPresent(this::remove);
                    table.insert(ParkedGrantRow.of(grant));
                    return Optional.of(earlier);
                })
                .orElseThrow();
    }

    @Override
    public Optional<ParkedGrant> find(AccountId account, ProviderId platform, Instant now) {
        return database.run(() -> table.of(account, platform))
                .map(ParkedGrantRow::grant)
                .filter(grant -> now.isBefore(grant.expiresAt()));
    }

    @Override
    public boolean take(ParkedGrant grant) {
        return database.changes(() -> remove(grant));
    }

    private int remove(ParkedGrant grant) {
        return table.take(grant.account(), grant.platform(), grant.id().value());
    }

    @Override
    public List<ParkedGrant> expired(Instant now) {
        return database.run(() -> table.expired(now)).stream()
                .map(ParkedGrantRow::grant)
                .toList();
    }
}
