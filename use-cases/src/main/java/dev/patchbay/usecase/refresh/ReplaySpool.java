package dev.patchbay.usecase.refresh;

import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.Place;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.connection.Spool;
import dev.patchbay.port.provider.TokensInHand;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.port.vault.TokenVault;
import dev.patchbay.usecase.provider.ClientApps;
import dev.patchbay.usecase.provider.Providers;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Writes renewed grants that a process could not store before it ended, by the same comparison of versions as ever. To be run at
 * start, before anything is renewed, and from time to time. Idempotent; several processes may do it at once.
 */
public final class ReplaySpool {
    private static final System.Logger LOG = System.getLogger(ReplaySpool.class.getName());

    private final Spool spool;
    private final Connections connections;
    private final TokenVault vault;
    private final Providers providers;
    private final ClientApps apps;

    ReplaySpool(Spool spool, Connections connections, TokenVault vault, Providers providers, ClientApps apps) {
        this.spool = spool;
        this.connections = connections;
        this.vault = vault;
        this.providers = providers;
        this.apps = apps;
    }

    /**
     * Replays what is there.
     *
     * @return how many grants were brought home
     * @throws dev.patchbay.port.StoreUnavailable when the store does not answer; what is not done stays in the spool
     */
    public int replay() {
        return (int) spool.entries().stream().filter(this::replay).count();
    }

    private boolean replay(Spool.Entry entry) {
        Optional<Connection> row = connections.find(entry.connection());
        boolean waitsForIt = row.filter(now -> now.version() == entry.version()).isPresent();
        if (waitsForIt && connections.advance(row.get().refreshed(entry.tokens(), entry.scopes(), entry.clocks()))) {
            LOG.log(Level.WARNING, "a renewed token of connection {0} came home from the spool", entry.connection());
            spool.drop(entry);
            return true;
        }
        Optional<Connection> now = connections.find(entry.connection());
        boolean there =
                now.filter(newest -> newest.tokens().equals(entry.tokens())).isPresent();
        if (!there) {
            giveBack(entry, now);
        }
        spool.drop(entry);
        return false;
    }

    private void giveBack(Spool.Entry entry, Optional<Connection> row) {
        LOG.log(Level.WARNING, "connection {0} moved on before the spool was replayed", entry.connection());
        var platform = providers.platform(entry.platform());
        var app = apps.find(entry.app());
        if (platform.isPresent() && app.isPresent()) {
            GiveBack.unlessShared(entry.clocks().consentedAt(), tokensIn(entry), row, platform.get(), app.get());
        }
    }

    /** Empty when the refresh token cannot be read. */
    private Optional<TokensInHand> tokensIn(Spool.Entry entry) {
        long version = entry.version() + 1;
        var access = Connection.accessTokenPlace(entry.connection(), entry.platform(), version);
        var refresh = Connection.refreshTokenPlace(entry.connection(), entry.platform(), version);
        return entry.tokens()
                .refreshToken()
                .flatMap(token -> open(entry, refresh, token))
                .map(token ->
                        new TokensInHand(open(entry, access, entry.tokens().accessToken()), Optional.of(token)));
    }

    private Optional<Secret> open(Spool.Entry entry, Place place, SealedSecret kept) {
        return vault.open(KeyOwner.of(entry.account()), place, kept) instanceof Opening.Opened(var token)
                ? Optional.of(token)
                : Optional.empty();
    }
}
