package dev.patchbay.usecase.connection;

import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.Revocation;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.port.provider.TokensInHand;
import dev.patchbay.port.vault.TokenVault;
import dev.patchbay.usecase.provider.ClientApps;
import dev.patchbay.usecase.provider.Providers;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** Gives up a connection: its tokens are deleted here first, then the grant is ended at the platform where that can be done. */
public final class Disconnect {
    private final Providers providers;
    private final ClientApps apps;
    private final Connections connections;
    private final TokenVault vault;
    private final Activity activity;
    private final Clock clock;

    public Disconnect(
            Providers providers,
            ClientApps apps,
            Connections connections,
            TokenVault vault,
            Activity activity,
            Clock clock) {
        this.providers = providers;
        this.apps = apps;
        this.connections = connections;
        this.vault = vault;
        this.activity = activity;
        this.clock = clock;
    }

    /**
     * What became of it.
     *
     * @param accessPage where the person can withdraw the access by hand, when the platform did not do it
     */
    public record Report(ProviderId platform, Revocation revocation, Optional<URI> accessPage) {}

    /** Empty when there was no connection. */
    public Optional<Report> disconnect(SignedIn who, ProviderId platform) {
        for (; ; ) {
            Optional<Connection> found = connections.of(who.account(), platform);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Connection connection = found.get();
            TokensInHand tokens = EndGrant.tokensOf(connection, vault);
            // A renewal that finishes in between moves the version on: look again, so that no newer grant is left
            // behind.
            if (connections.remove(connection.id(), connection.version())) {
                // The grant first: nobody could end it any more if the note failed.
                Report report = report(connection, tokens);
                activity.add(new Event(
                        who.account(), Event.Kind.PLATFORM_DISCONNECTED, Optional.of(platform), "", clock.instant()));
                return Optional.of(report);
            }
        }
    }

    private Report report(Connection connection, TokensInHand tokens) {
        Optional<MusicPlatform> platform = providers.platform(connection.platform());
        Optional<ClientApp> app = apps.find(connection.app());
        Revocation revocation =
                platform.isPresent() && app.isPresent() && tokens.longestLived().isPresent()
                        ? apps.revoke(platform.get(), app.get(), tokens)
                        : Revocation.FAILED;
        Optional<URI> page = revocation == Revocation.REVOKED
                ? Optional.empty()
                : platform.map(party -> party.descriptor().accessPage());
        return new Report(connection.platform(), revocation, page);
    }
}
