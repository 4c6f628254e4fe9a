package dev.patchbay.domain.connection;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.Place;
import java.time.Instant;
import java.util.Optional;

/**
 * Account by platform, with a grant. An account has at most one connection for each platform.
 *
 * @param app the client app that minted the tokens, and with which alone they are refreshed
 * @param scopes the scopes granted, which may be fewer than those asked for
 * @param version counts the grant's writes, from 1; every write compares it, and sealed tokens are bound to it
 * @param connectedAt first consent; a reconnect keeps it
 * @param lastRefreshedAt the last successful renewal; empty when there was none since the last consent
 */
public record Connection(
        ConnectionId id,
        AccountId account,
        ProviderId platform,
        ClientAppId app,
        ExternalAccount who,
        Scopes scopes,
        Clocks clocks,
        Standing standing,
        SealedTokens tokens,
        long version,
        Instant connectedAt,
        Optional<Instant> lastRefreshedAt) {

    public KeyOwner keyOwner() {
        return KeyOwner.of(account);
    }

    public Place accessTokenPlace() {
        return accessTokenPlace(id, platform, version);
    }

    public Place refreshTokenPlace() {
        return refreshTokenPlace(id, platform, version);
    }

    public static Place accessTokenPlace(ConnectionId id, ProviderId platform, long version) {
        return new Place("connection.access_token", id.toString(), platform.value(), version);
    }

    public static Place refreshTokenPlace(ConnectionId id, ProviderId platform, long version) {
        return new Place("connection.refresh_token", id.toString(), platform.value(), version);
    }

    /** This connection after a renewal. The tokens are sealed for the next version. */
    public Connection refreshed(SealedTokens renewed, Scopes granted, Clocks moved) {
        return new Connection(
                id,
                account,
                platform,
                app,
                who,
                granted,
                moved,
                new Standing.Active(),
                renewed,
                version + 1,
                connectedAt,
                Optional.of(moved.accessIssuedAt()));
    }

    /** This connection after the person consented again, with whatever app. The tokens are sealed for the next version. */
    public Connection reconnected(
            ClientAppId with, ExternalAccount whoNow, Scopes granted, Clocks restarted, SealedTokens fresh) {
        return new Connection(
                id,
                account,
                platform,
                with,
                whoNow,
                granted,
                restarted,
                new Standing.Active(),
                fresh,
                version + 1,
                connectedAt,
                Optional.empty());
    }

    /** This connection as another account's, or with the app as it is called now. The tokens are sealed for that and the next version. */
    public Connection moved(AccountId to, ClientAppId with, SealedTokens resealed) {
        return new Connection(
                id,
                to,
                platform,
                with,
                who,
                scopes,
                clocks,
                standing,
                resealed,
                version + 1,
                connectedAt,
                lastRefreshedAt);
    }

    public Connection standing(Standing now) {
        return new Connection(
                id, account, platform, app, who, scopes, clocks, now, tokens, version, connectedAt, lastRefreshedAt);
    }
}
