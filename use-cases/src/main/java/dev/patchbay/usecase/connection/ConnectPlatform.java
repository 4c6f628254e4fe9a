package dev.patchbay.usecase.connection;

import dev.patchbay.domain.attempt.Purpose;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.usecase.attempt.BeginAttempt;
import dev.patchbay.usecase.attempt.Beginning;
import dev.patchbay.usecase.attempt.Wish;
import dev.patchbay.usecase.provider.ClientApps;
import dev.patchbay.usecase.provider.Providers;
import java.util.Optional;

/** Sends a signed-in person to a platform, to connect it or to renew the consent of a connection. */
public final class ConnectPlatform {
    private final Providers providers;
    private final ClientApps apps;
    private final Connections connections;
    private final BeginAttempt beginAttempt;

    public ConnectPlatform(Providers providers, ClientApps apps, Connections connections, BeginAttempt beginAttempt) {
        this.providers = providers;
        this.apps = apps;
        this.connections = connections;
        this.beginAttempt = beginAttempt;
    }

    /**
     * Begins the round trip; a connection that is there makes it a reconnect.
     *
     * @param choice with whose app; {@link AppChoice.Unsaid} for their own, else the one they have a seat in, else the operator's
     * @param scopes what to ask for; empty for the platform's defaults
     * @param reconnect demand that there is a connection, and show the consent screen again
     */
    public Beginning connect(
            SignedIn who,
            ProviderId platformId,
            AppChoice choice,
            Wish wish,
            Optional<Scopes> scopes,
            boolean reconnect) {
        Optional<MusicPlatform> platform = providers.platform(platformId);
        if (platform.isEmpty()) {
            return new Beginning.UnknownProvider();
        }
        Optional<ClientApp> app = chosen(who, platformId, choice);
        if (app.isEmpty()) {
            return new Beginning.NoApp();
        }
        Scopes known = platform.get().descriptor().defaultScopes();
        Scopes asked = scopes.orElse(known);
        if (!known.containsAll(asked)) {
            return new Beginning.ScopesRefused();
        }
        boolean connected = connections.of(who.account(), platformId).isPresent();
        if (reconnect && !connected) {
            return new Beginning.NothingToReconnect();
        }
        var trip = new BeginAttempt.Trip(
                connected ? Purpose.RECONNECT : Purpose.CONNECT,
                Optional.of(who.account()),
                Optional.empty(),
                app.get(),
                asked,
                connected);
        return beginAttempt.begin(trip, wish, platform.get()::authorize);
    }

    private Optional<ClientApp> chosen(SignedIn who, ProviderId platform, AppChoice choice) {
        return switch (choice) {
            case AppChoice.Unsaid() ->
                apps.own(who.account(), platform)
                        .or(() -> apps.seat(who.account(), platform))
                        .or(() -> apps.shared(platform));
            case AppChoice.Own() -> apps.own(who.account(), platform);
            case AppChoice.Seat() -> apps.seat(who.account(), platform);
            case AppChoice.Shared() -> apps.shared(platform);
        };
    }
}
