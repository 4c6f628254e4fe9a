package dev.patchbay.oauth;

import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.domain.vault.Secret;
import java.util.Optional;

/**
 * A token endpoint's answer with what only OpenID Connect adds.
 *
 * @param idToken unverified; present only beside {@link TokenAnswer.Granted}
 */
public record TokenReply(TokenAnswer answer, Optional<Secret> idToken) {
    static TokenReply of(TokenAnswer answer) {
        return new TokenReply(answer, Optional.empty());
    }
}
