package dev.patchbay.port;

import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.port.clientapp.AppConnections;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

final class InMemoryAppConnections implements AppConnections {

    private static final int MOST = 1000;

    private final InMemoryState state;

    InMemoryAppConnections(InMemoryState state) {
        this.state = state;
    }

    @Override
    public List<Connection> of(ClientAppId app) {
        return state.act(() -> state.connections.values().stream()
                .map(Shelved::connection)
                .filter(row -> row.app().equals(app))
                .sorted(Comparator.comparing(row -> row.account().value()))
                .limit(MOST)
                .toList());
    }

    @Override
    public boolean end(ConnectionId id, long version, Cause cause, Instant now) {
        return state.act(() -> {
            Shelved row = state.connections.get(id);
            boolean there = row != null && row.connection().version() == version && isOpen(row.connection());
            if (there) {
                state.connections.put(id, row.standing(new Standing.NeedsReconnect(cause, now), true));
            }
            return there;
        });
    }

    private static boolean isOpen(Connection connection) {
        return switch (connection.standing()) {
            case Standing.Active _, Standing.Waiting _, Standing.Restored _ -> true;
            case Standing.NeedsReconnect _, Standing.Quarantined _ -> false;
        };
    }
}
