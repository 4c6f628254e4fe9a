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
        SealedTokens tokens = old.tokens();
        tokens.refreshToken()
                .flatMap(kept -> open(old.keyOwner(), old.refreshTokenPlace(), kept))
                .or(() -> open(old.keyOwner(), old.accessTokenPlace(), tokens.accessToken()))
                .ifPresent(token -> mintedBy(old.app(), token));
    }

    /** A grant that waited for a yes which did not come, or came too late. */
    void of(ParkedGrant parked) {
        Place refreshToken = ParkedGrant.refreshTokenPlace(parked.id(), parked.platform());
        Place accessToken = ParkedGrant.accessTokenPlace(parked.id(), parked.platform());
        SealedTokens tokens = parked.tokens();
        tokens.refreshToken()
                .flatMap(kept -> open(parked.keyOwner(), refreshToken, kept))
                .or(() -> open(parked.keyOwner(), accessToken, tokens.accessToken()))
                .ifPresent(token -> mintedBy(parked.app(), token));
    }

    /** @param token the refresh token where there is one, else the access token */
    void mintedBy(ClientAppId id, Secret token) {
        Optional<MusicPlatform> platform = providers.platform(id.provider()).filter(party -> party.descriptor()
                .can(Capability.REVOKE));
        Optional<ClientApp> app = platform.flatMap(party -> apps.find(id));
        if (app.isPresent()) {
            apps.revoke(platform.get(), app.get(), token);
        }
    }

    private Optional<Secret> open(KeyOwner owner, Place place, SealedSecret kept) {
        return vault.open(owner, place, kept) instanceof Opening.Opened(var secret)
                ? Optional.of(secret)
                : Optional.empty();
    }
}
