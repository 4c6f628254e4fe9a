package dev.patchbay.domain.connection;

import dev.patchbay.domain.vault.SealedSecret;
import java.util.Optional;

/**
 * A connection's tokens, sealed for one token version.
 *
 * @param tokenType how a caller shows the access token: the scheme of its {@code Authorization} header, or a name of the platform's own
 *     way where there is no such header
 * @param refreshToken empty when the platform gave none
 */
public record SealedTokens(String tokenType, SealedSecret accessToken, Optional<SealedSecret> refreshToken) {}
