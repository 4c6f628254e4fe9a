package dev.patchbay.usecase.connection;

import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ParkedGrant;
import dev.patchbay.domain.connection.SealedTokens;
import dev.patchbay.domain.provider.Capability;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.Place;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.port.provider.TokensInHand;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.port.vault.TokenVault;
import dev.patchbay.usecase.provider.ClientApps;
import dev.patchbay.usecase.provider.Providers;
import java.util.Optional;

/** Ends grants that nobody here keeps any more, at platforms that take them back; elsewhere it does nothing. */
final class EndGrant {
    private final Providers providers;
    private final ClientApps apps;
    private final TokenVault vault;

    EndGrant(Providers providers, ClientApps apps, TokenVault vault) {
        this.providers = providers;
        this.apps = apps;
        this.vault = vault;
    }

    /** The grant that a connection had before another took its place. */
    void of(Connection old) {
        mintedBy(old.app(), tokensOf(old, vault));
    }

    /** A grant that waited for a yes which did not come, or came too late. */
    void of(ParkedGrant parked) {
        Place refreshToken = ParkedGrant.refreshTokenPlace(parked.id(), parked.platform());
        Place accessToken = ParkedGrant.accessTokenPlace(parked.id(), parked.platform());
        SealedTokens tokens = parked.tokens();
        mintedBy(
                parked.app(),
                new TokensInHand(
                        open(vault, parked.keyOwner(), accessToken, tokens.accessToken()),
                        tokens.refreshToken().flatMap(kept -> open(vault, parked.keyOwner(), refreshToken, kept))));
    }

    /** Does nothing without a token that could be shown. */
    void mintedBy(ClientAppId id, TokensInHand tokens) {
        Optional<MusicPlatform> platform = providers.platform(id.provider()).filter(party -> party.descriptor()
                .can(Capability.REVOKE));
        Optional<ClientApp> app = platform.flatMap(party -> apps.find(id));
        if (app.isPresent() && tokens.longestLived().isPresent()) {
            apps.revoke(platform.get(), app.get(), tokens);
        }
    }

    /** What can be read of a connection's tokens. */
    static TokensInHand tokensOf(Connection connection, TokenVault vault) {
        SealedTokens tokens = connection.tokens();
        return new TokensInHand(
                open(vault, connection.keyOwner(), connection.accessTokenPlace(), tokens.accessToken()),
                tokens.refreshToken()
                        .flatMap(kept -> open(vault, connection.keyOwner(), connection.refreshTokenPlace(), kept)));
    }

    private static Optional<Secret> open(TokenVault vault, KeyOwner owner, Place place, SealedSecret kept) {
        return vault.open(owner, place, kept) instanceof Opening.Opened(var secret)
                ? Optional.of(secret)
                : Optional.empty();
    }
}
