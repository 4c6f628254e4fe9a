package dev.patchbay.usecase.refresh;

import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.usecase.provider.ClientApps;
import dev.patchbay.usecase.provider.Providers;
import java.util.Optional;

/** Finds whom a connection is renewed with: its platform, and the app that minted its tokens. */
final class Parties {
    private final Providers providers;
    private final ClientApps apps;
    private final GrantClasses grantClasses;

    Parties(Providers providers, ClientApps apps, GrantClasses grantClasses) {
        this.providers = providers;
        this.apps = apps;
        this.grantClasses = grantClasses;
    }

    /** Empty when the platform is not here, or the app is not here any more or not for whoever has the connection. */
    Optional<Party> of(Connection connection) {
        Optional<MusicPlatform> platform = providers.platform(connection.platform());
        Optional<ClientApp> app = apps.usedBy(connection.account(), connection.app());
        return platform.isEmpty() || app.isEmpty()
                ? Optional.empty()
                : Optional.of(new Party(
                        platform.get(),
                        app.get(),
                        grantClasses.of(platform.get().descriptor())));
    }
}
