package dev.patchbay.port;

import static java.util.Comparator.comparing;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.Lease;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.session.SessionClaim;
import dev.patchbay.port.InMemoryState.Shelved;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.connection.LendingView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

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
            state.connections.put(connection.id(), new Shelved(connection, 0, null, Instant.MIN));
            return true;
        });
    }

    @Override
    public Optional<Connection> find(ConnectionId id) {
        return state.act(() -> Optional.ofNullable(state.connections.get(id)).map(Shelved::connection));
    }

    @Override
    public Optional<Connection> of(AccountId account, ProviderId platform) {
        return state.act(() -> lookUp(account, platform));
    }

    @Override
    public List<Connection> of(AccountId account) {
        return state.act(() -> state.connections.values().stream()
                .map(Shelved::connection)
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
    public Optional<Lease> claim(ConnectionId id, long version, String holder, Duration life, Instant now) {
        return state.act(() -> {
            Shelved row = state.connections.get(id);
            boolean held = row != null && row.holder() != null && now.isBefore(row.heldUntil());
            if (row == null || row.connection().version() != version || held) {
                return Optional.empty();
            }
            Lease lease = new Lease(id, version, row.fence() + 1);
            state.connections.put(id, new Shelved(row.connection(), lease.fence(), holder, now.plus(life)));
            return Optional.of(lease);
        });
    }

    @Override
    public void release(Lease lease) {
        state.run(() -> state.connections.computeIfPresent(
                lease.connection(), (id, row) -> row.fence() == lease.fence() ? unheld(row, row.connection()) : row));
    }

    @Override
    public boolean advance(Connection next) {
        return replace(next.id(), row -> row.connection().version() == next.version() - 1, row -> next);
    }

    @Override
    public boolean stand(Lease lease, Standing standing) {
        return replace(
                lease.connection(),
                row -> row.fence() == lease.fence()
                        && row.holder() != null
                        && row.connection().version() == lease.version(),
                row -> row.connection().standing(standing));
    }

    @Override
    public boolean remove(ConnectionId id, long version) {
        return state.act(() -> state.connections
                .values()
                .removeIf(row ->
                        row.connection().id().equals(id) && row.connection().version() == version));
    }

    private boolean replace(ConnectionId id, Predicate<Shelved> condition, Function<Shelved, Connection> next) {
        return state.act(() -> {
            Shelved row = state.connections.get(id);
            if (row == null || !condition.test(row)) {
                return false;
            }
            state.connections.put(id, unheld(row, next.apply(row)));
            return true;
        });
    }

    private static Shelved unheld(Shelved row, Connection connection) {
        return new Shelved(connection, row.fence(), null, Instant.MIN);
    }

    private Optional<Connection> lookUp(AccountId account, ProviderId platform) {
        return of(account).stream()
                .filter(connection -> connection.platform().equals(platform))
                .findFirst();
    }
}
