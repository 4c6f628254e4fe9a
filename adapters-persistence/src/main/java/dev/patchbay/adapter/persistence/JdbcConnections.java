package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.Lease;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.SessionClaim;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.connection.LendingView;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@Singleton
final class JdbcConnections implements Connections {

    private final Database database;
    private final ConnectionTable table;

    JdbcConnections(Database database, ConnectionTable table) {
        this.database = database;
        this.table = table;
    }

    @Override
    public boolean add(Connection connection) {
        return database.adds(() -> table.insert(ConnectionRow.of(connection)));
    }

    @Override
    public Optional<Connection> find(ConnectionId id) {
        return database.run(() -> table.find(id.value())).map(ConnectionRow::connection);
    }

    @Override
    public Optional<Connection> of(AccountId account, ProviderId platform) {
        return database.run(() -> table.of(account, platform)).map(ConnectionRow::connection);
    }

    @Override
    public List<Connection> of(AccountId account) {
        return database.run(() -> table.of(account)).stream()
                .map(ConnectionRow::connection)
                .toList();
    }

    @Override
    public LendingView lookUp(SessionClaim claim, ProviderId platform, Instant now) {
        return database.byHand(connection -> LendingQuery.run(connection, claim, platform, now));
    }

    @Override
    public Optional<Lease> claim(ConnectionId id, long version, String holder, Duration life, Instant now) {
        // The write names the fence that was read, so its new value is known without reading again. Losing a race means
        // to look again: the winner may have given the claim back since.
        while (true) {
            Optional<Long> fence = database.run(() -> table.freeFence(id.value(), version, now));
            if (fence.isEmpty()) {
                return Optional.empty();
            }
            long read = fence.get();
            if (database.changes(() -> table.claim(id.value(), version, read, holder, now.plus(life), now))) {
                return Optional.of(new Lease(id, version, read + 1));
            }
        }
    }

    @Override
    public void release(Lease lease) {
        database.changes(() -> table.release(lease.connection().value(), lease.fence()));
    }

    @Override
    public boolean advance(Connection next) {
        return database.changes(() -> table.advance(ConnectionRow.of(next)));
    }

    @Override
    public boolean stand(Lease lease, Standing standing) {
        StandingColumns columns = StandingColumns.of(standing);
        return database.changes(() -> table.stand(
                lease.connection().value(),
                lease.version(),
                lease.fence(),
                columns.status(),
                columns.cause(),
                columns.since(),
                columns.retryAt(),
                columns.failures()));
    }

    @Override
    public boolean remove(ConnectionId id, long version) {
        return database.changes(() -> table.remove(id.value(), version));
    }
}
