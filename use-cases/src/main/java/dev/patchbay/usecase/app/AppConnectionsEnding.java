package dev.patchbay.usecase.app;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.port.account.Accounts;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.clientapp.AppConnections;
import dev.patchbay.port.connection.Connections;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Finds, and ends, the connections that cannot live on without an app. */
public final class AppConnectionsEnding {
    private final AppConnections appConnections;
    private final Connections connections;
    private final Accounts accounts;
    private final Activity activity;
    private final Clock clock;

    public AppConnectionsEnding(
            AppConnections appConnections, Connections connections, Accounts accounts, Activity activity, Clock clock) {
        this.appConnections = appConnections;
        this.connections = connections;
        this.accounts = accounts;
        this.activity = activity;
        this.clock = clock;
    }

    /** Those that would end. */
    List<AffectedConnection> of(ClientAppId app) {
        return open(app).stream().map(row -> told(app, row)).toList();
    }

    /** Ends them; to be called when the app is gone, so that no renewal begins any more. @return those that ended */
    List<AffectedConnection> end(ClientAppId app) {
        return open(app).stream()
                .filter(row -> ended(app, row))
                .map(row -> told(app, row))
                .toList();
    }

    private List<Connection> open(ClientAppId app) {
        return appConnections.of(app).stream().filter(this::isOpen).toList();
    }

    private boolean isOpen(Connection connection) {
        return switch (connection.standing()) {
            case Standing.Active _, Standing.Waiting _ -> true;
            case Standing.NeedsReconnect _, Standing.Quarantined _ -> false;
        };
    }

    /** A renewal that was under way may move the version on; then it is looked at again. */
    private boolean ended(ClientAppId app, Connection seen) {
        ConnectionId id = seen.id();
        for (Optional<Connection> row = Optional.of(seen); ; row = connections.find(id)) {
            if (row.isEmpty() || !row.get().app().equals(app) || !isOpen(row.get())) {
                return false;
            }
            if (appConnections.end(id, row.get().version(), Cause.APP_REMOVED, clock.instant())) {
                activity.add(new Event(
                        seen.account(),
                        Event.Kind.CONNECTION_BROKEN,
                        Optional.of(seen.platform()),
                        Cause.APP_REMOVED.code(),
                        clock.instant()));
                return true;
            }
        }
    }

    private AffectedConnection told(ClientAppId app, Connection connection) {
        String name = accounts.find(connection.account())
                .map(Account::displayName)
                .map(Object::toString)
                .orElse("");
        return new AffectedConnection(name, app.owner().equals(Optional.of(connection.account())));
    }
}
