package dev.patchbay.usecase.sim;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.SessionClaim;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.connection.LendingView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The connections of a store that is some way off; the oracle sees each write in the moment it takes effect. */
final class SimConnections implements Connections {
    private final Connections inner;
    private final SimStore store;
    private final Bookkeeping books;

    SimConnections(Connections inner, SimStore store, Bookkeeping books) {
        this.inner = inner;
        this.store = store;
        this.books = books;
    }

    @Override
    public boolean add(Connection connection) {
        return store.write(() -> books.stored(inner.add(connection), connection));
    }

    @Override
    public Optional<Connection> find(ConnectionId id) {
        return store.read(() -> inner.find(id));
    }

    @Override
    public Optional<Connection> of(AccountId account, ProviderId platform) {
        return store.read(() -> inner.of(account, platform));
    }

    @Override
    public List<Connection> of(AccountId account) {
        return store.read(() -> inner.of(account));
    }

    @Override
    public LendingView lookUp(SessionClaim claim, ProviderId platform, Instant now) {
        return store.read(() -> inner.lookUp(claim, platform, now));
    }

    @Override
    public boolean advance(Connection next) {
        return store.write(() -> books.stored(inner.advance(next), next));
    }

    @Override
    public boolean remove(ConnectionId id, long version) {
        return store.write(() -> {
            Optional<Connection> row = inner.find(id);
            return books.removed(inner.remove(id, version), row);
        });
    }
}
