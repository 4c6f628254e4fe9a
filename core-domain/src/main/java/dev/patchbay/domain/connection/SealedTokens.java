package dev.patchbay.domain.connection;

import dev.patchbay.domain.vault.SealedSecret;
import java.util.Optional;

/**
 * A connection's tokens, sealed for one token version.
 *
 * @param refreshToken empty when the platform gave none
 */
public record SealedTokens(String tokenType, SealedSecret accessToken, Optional<SealedSecret> refreshToken) {}
