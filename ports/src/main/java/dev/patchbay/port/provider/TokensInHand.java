package dev.patchbay.port.provider;

import dev.patchbay.domain.connection.TokenAnswer.Granted;
import dev.patchbay.domain.vault.Secret;
import java.util.Optional;

/**
 * The tokens of one grant, open, for ending it: at some platforms the refresh token ends a grant, at others the access token does.
 *
 * @param accessToken empty when it is not at hand
 * @param refreshToken empty when there is none, or it is not at hand
 */
public record TokensInHand(Optional<Secret> accessToken, Optional<Secret> refreshToken) {
    /** Those of a grant just given. */
    public static TokensInHand of(Granted granted) {
        return new TokensInHand(Optional.of(granted.accessToken()), granted.refreshToken());
    }

    /** The refresh token where there is one, else the access token; what RFC 7009 servers are best shown. */
    public Optional<Secret> longestLived() {
        return refreshToken.or(() -> accessToken);
    }
}
