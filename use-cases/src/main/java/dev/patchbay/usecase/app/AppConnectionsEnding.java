package dev.patchbay.usecase.app;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.AccountId;
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
    public List<AffectedConnection> end(ClientAppId app) {
        return open(app).stream()
                .filter(row -> ended(app, row, Cause.APP_REMOVED))
                .map(row -> told(app, row))
                .toList();
    }

    /** The one that would end if this person might not use the app any more. */
    public List<AffectedConnection> of(ClientAppId app, AccountId who) {
        return open(app, who).map(row -> told(app, row)).stream().toList();
    }

    /** Ends that one; to be called when they may not use it any more: their app is gone, or their seat in it. @return it, if there was one */
    public List<AffectedConnection> end(ClientAppId app, AccountId who) {
        Cause cause = app.owner().equals(Optional.of(who)) ? Cause.APP_REMOVED : Cause.SEAT_ENDED;
        return open(app, who).filter(row -> ended(app, row, cause)).map(row -> told(app, row)).stream()
                .toList();
    }

    private Optional<Connection> open(ClientAppId app, AccountId who) {
        return connections.of(who, app.provider()).filter(row -> row.app().equals(app) && isOpen(row));
    }

    private List<Connection> open(ClientAppId app) {
        return appConnections.of(app).stream().filter(this::isOpen).toList();
    }

    private boolean isOpen(Connection connection) {
        return switch (connection.standing()) {
            case Standing.Active _, Standing.Waiting _, Standing.Restored _ -> true;
            case Standing.NeedsReconnect _, Standing.Quarantined _ -> false;
        };
    }

    /** A renewal that was under way may move the version on; then it is looked at again. */
    private boolean ended(ClientAppId app, Connection seen, Cause cause) {
        ConnectionId id = seen.id();
        for (Optional<Connection> row = Optional.of(seen); ; row = connections.find(id)) {
            if (row.isEmpty() || !row.get().app().equals(app) || !isOpen(row.get())) {
                return false;
            }
            if (appConnections.end(id, row.get().version(), cause, clock.instant())) {
                activity.add(new Event(
                        seen.account(),
                        Event.Kind.CONNECTION_BROKEN,
                        Optional.of(seen.platform()),
                        cause.code(),
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
