package dev.patchbay.usecase.connection;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.SealedTokens;
import dev.patchbay.domain.connection.TokenAnswer.Granted;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.vault.TokenVault;
import java.util.Optional;

/** Seals what a token endpoint granted, bound to the connection's row and to the version it is written as. */
public final class SealTokens {
    private final TokenVault vault;

    public SealTokens(TokenVault vault) {
        this.vault = vault;
    }

    SealedTokens sealFirst(ConnectionId id, AccountId account, ProviderId platform, Granted granted) {
        return seal(id, account, platform, 1, granted, granted.refreshToken());
    }

    /** For a renewed consent: the old refresh token belongs to the old grant and is not kept. */
    SealedTokens sealNext(Connection old, Granted granted) {
        return seal(old.id(), old.account(), old.platform(), old.version() + 1, granted, granted.refreshToken());
    }

    /** For a refresh: an answer without a refresh token leaves the old one good, sealed anew for the next version. */
    SealedTokens sealNext(Connection old, Granted granted, Secret oldRefreshToken) {
        Secret refreshToken = granted.refreshToken().orElse(oldRefreshToken);
        return seal(old.id(), old.account(), old.platform(), old.version() + 1, granted, Optional.of(refreshToken));
    }

    private SealedTokens seal(
            ConnectionId id,
            AccountId account,
            ProviderId platform,
            long version,
            Granted granted,
            Optional<Secret> refreshToken) {
        KeyOwner owner = KeyOwner.of(account);
        SealedSecret access =
                vault.seal(owner, Connection.accessTokenPlace(id, platform, version), granted.accessToken());
        Optional<SealedSecret> refresh = refreshToken.map(
                token -> vault.seal(owner, Connection.refreshTokenPlace(id, platform, version), token));
        return new SealedTokens(granted.tokenType(), access, refresh);
    }
}
