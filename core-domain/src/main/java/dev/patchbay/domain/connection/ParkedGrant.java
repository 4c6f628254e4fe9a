package dev.patchbay.domain.connection;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.Place;
import java.time.Duration;
import java.time.Instant;

/**
 * A grant of another outside account than the one connected: it waits for the person's yes, and replaces the connection then.
 *
 * @param id names this grant; its tokens are sealed for it
 * @param expiresAt when it is given up without a word
 */
public record ParkedGrant(
        ConnectionId id,
        AccountId account,
        ProviderId platform,
        ClientAppId app,
        ExternalAccount who,
        Scopes scopes,
        Clocks clocks,
        SealedTokens tokens,
        Instant expiresAt) {
    /** How long it waits. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    public KeyOwner keyOwner() {
        return KeyOwner.of(account);
    }

    /** Where its tokens are sealed for: places of their own, which are no connection's. */
    public static Place accessTokenPlace(ConnectionId id, ProviderId platform) {
        return new Place("parked_grant.access_token", id.toString(), platform.value(), 1);
    }

    public static Place refreshTokenPlace(ConnectionId id, ProviderId platform) {
        return new Place("parked_grant.refresh_token", id.toString(), platform.value(), 1);
    }
}
