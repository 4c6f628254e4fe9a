package dev.patchbay.usecase;

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

/** Passes everything on; a test overrides the one call in which something shall happen. */
public class WrappedConnections implements Connections {

    private final Connections inner;

    public WrappedConnections(Connections inner) {
        this.inner = inner;
    }

    @Override
    public boolean add(Connection connection) {
        return inner.add(connection);
    }

    @Override
    public Optional<Connection> find(ConnectionId id) {
        return inner.find(id);
    }

    @Override
    public Optional<Connection> of(AccountId account, ProviderId platform) {
        return inner.of(account, platform);
    }

    @Override
    public List<Connection> of(AccountId account) {
        return inner.of(account);
    }

    @Override
    public LendingView lookUp(SessionClaim claim, ProviderId platform, Instant now) {
        return inner.lookUp(claim, platform, now);
    }

    @Override
    public boolean advance(Connection next) {
        return inner.advance(next);
    }

    @Override
    public boolean remove(ConnectionId id, long version) {
        return inner.remove(id, version);
    }
}
