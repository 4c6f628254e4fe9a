package dev.patchbay.port;

import static java.util.Comparator.comparing;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.session.SessionClaim;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.connection.LendingView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class InMemoryConnections implements Connections {

    private final InMemoryState state;

    InMemoryConnections(InMemoryState state) {
        this.state = state;
    }

    @Override
    public boolean add(Connection connection) {
        return state.act(() -> {
            state.requireAccount(connection.account());
            if (lookUp(connection.account(), connection.platform()).isPresent()) {
                return false;
            }
            state.connections.put(connection.id(), Shelved.fresh(connection, 0));
            return true;
        });
    }

    @Override
    public Optional<Connection> find(ConnectionId id) {
        return state.act(() -> Optional.ofNullable(state.connections.get(id)).map(Shelved::seen));
    }

    @Override
    public Optional<Connection> of(AccountId account, ProviderId platform) {
        return state.act(() -> lookUp(account, platform));
    }

    @Override
    public List<Connection> of(AccountId account) {
        return state.act(() -> state.connections.values().stream()
                .map(Shelved::seen)
                .filter(connection -> connection.account().equals(account))
                .sorted(comparing(Connection::platform))
                .toList());
    }

    @Override
    public LendingView lookUp(SessionClaim claim, ProviderId platform, Instant now) {
        return state.act(() -> {
            Session session = state.sessions.get(claim.session());
            if (session == null || session.admit(claim, now).isEmpty()) {
                return new LendingView.NoSession();
            }
            return lookUp(claim.account(), platform)
                    .<LendingView>map(LendingView.Found::new)
                    .orElse(new LendingView.NoConnection());
        });
    }

    @Override
    public boolean advance(Connection next) {
        return state.act(() -> {
            Shelved row = state.connections.get(next.id());
            if (row == null || row.connection().version() != next.version() - 1) {
                return false;
            }
            state.connections.put(next.id(), Shelved.fresh(next, row.fence()));
            return true;
        });
    }

    @Override
    public boolean remove(ConnectionId id, long version) {
        return state.act(() -> state.connections
                .values()
                .removeIf(row ->
                        row.connection().id().equals(id) && row.connection().version() == version));
    }

    private Optional<Connection> lookUp(AccountId account, ProviderId platform) {
        return of(account).stream()
                .filter(connection -> connection.platform().equals(platform))
                .findFirst();
    }
}
