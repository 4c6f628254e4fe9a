package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.SessionClaim;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.connection.LendingView;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@Singleton
final class JdbcConnections implements Connections {

    private final Database database;
    private final ConnectionTable table;
    private final JoinedRenewals renewals;

    JdbcConnections(Database database, ConnectionTable table) {
        this.database = database;
        this.table = table;
        this.renewals = new JoinedRenewals(database);
    }

    @Override
    public boolean add(Connection connection) {
        boolean added = database.adds(() -> table.insert(ConnectionRow.of(connection)));
        database.reachDisk();
        return added;
    }

    @Override
    public Optional<Connection> find(ConnectionId id) {
        return database.byHand(connection -> ConnectionQueries.find(connection, id));
    }

    @Override
    public Optional<Connection> of(AccountId account, ProviderId platform) {
        return database.byHand(connection -> ConnectionQueries.of(connection, account, platform));
    }

    @Override
    public List<Connection> of(AccountId account) {
        return database.byHand(connection -> ConnectionQueries.of(connection, account));
    }

    @Override
    public LendingView lookUp(SessionClaim claim, ProviderId platform, Instant now) {
        return database.byHand(connection -> LendingQuery.run(connection, claim, platform, now));
    }

    @Override
    public boolean advance(Connection next) {
        ConnectionRow row = ConnectionRow.of(next);
        return renewals.advance(row);
    }

    @Override
    public boolean remove(ConnectionId id, long version) {
        return database.changes(() -> table.remove(id.value(), version));
    }
}
