package dev.patchbay.usecase.refresh;

import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.ParkedGrant;
import dev.patchbay.domain.connection.SealedTokens;
import dev.patchbay.domain.connection.TokenAnswer.Granted;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.vault.TokenVault.Sealer;
import java.util.Optional;

/** Seals what a token endpoint granted, bound to the row it is written to and to the version it is written as. */
public final class SealTokens {
    private final Sealer sealer;

    /** @param sealer of the account that the tokens belong to */
    public SealTokens(Sealer sealer) {
        this.sealer = sealer;
    }

    public SealedTokens sealFirst(ConnectionId id, ProviderId platform, Granted granted) {
        return seal(id, platform, 1, granted.tokenType(), granted.accessToken(), granted.refreshToken());
    }

    /** For a renewed consent: the old refresh token belongs to the old grant and is not kept. */
    public SealedTokens sealNext(Connection old, Granted granted) {
        return sealNext(old, granted.tokenType(), granted.accessToken(), granted.refreshToken());
    }

    /** As {@link #sealNext(Connection, Granted)}, for tokens that were granted a while ago. */
    public SealedTokens sealNext(Connection old, String tokenType, Secret accessToken, Optional<Secret> refreshToken) {
        return seal(old.id(), old.platform(), old.version() + 1, tokenType, accessToken, refreshToken);
    }

    /** For a refresh: an answer without a refresh token leaves the old one good, sealed anew for the next version. */
    SealedTokens sealNext(Connection old, Granted granted, Secret oldRefreshToken) {
        Secret refreshToken = granted.refreshToken().orElse(oldRefreshToken);
        return sealNext(old, granted.tokenType(), granted.accessToken(), Optional.of(refreshToken));
    }

    /** For a grant that waits for a yes. */
    public SealedTokens sealParked(ConnectionId id, ProviderId platform, Granted granted) {
        return new SealedTokens(
                granted.tokenType(),
                sealer.seal(ParkedGrant.accessTokenPlace(id, platform), granted.accessToken()),
                granted.refreshToken().map(token -> sealer.seal(ParkedGrant.refreshTokenPlace(id, platform), token)));
    }

    private SealedTokens seal(
            ConnectionId id,
            ProviderId platform,
            long version,
            String tokenType,
            Secret accessToken,
            Optional<Secret> refreshToken) {
        return new SealedTokens(
                tokenType,
                sealer.seal(Connection.accessTokenPlace(id, platform, version), accessToken),
                refreshToken.map(token -> sealer.seal(Connection.refreshTokenPlace(id, platform, version), token)));
    }
}
