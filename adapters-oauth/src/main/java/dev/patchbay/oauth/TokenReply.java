package dev.patchbay.oauth;

import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.provider.Identification;
import java.util.Optional;
import java.util.function.Function;

/**
 * A token endpoint's answer with what only OpenID Connect adds.
 *
 * @param idToken unverified; present only beside {@link TokenAnswer.Granted}
 */
public record TokenReply(TokenAnswer answer, Optional<Secret> idToken) {
    /** Who it is by what a grant proves; without one, why that is not known. */
    public Identification identify(Function<TokenAnswer.Granted, Identification> proof) {
        return switch (answer) {
            case TokenAnswer.Granted granted -> proof.apply(granted);
            case TokenAnswer.GrantDead dead -> new Identification.CodeRefused();
            case TokenAnswer.AppRefused refused -> new Identification.AppRefused(refused.cause());
            case TokenAnswer.Throttled throttled ->
                new Identification.Unavailable(throttled.cause().code(), throttled.retryAfter());
            case TokenAnswer.Unavailable unavailable ->
                new Identification.Unavailable(unavailable.why(), unavailable.retryAfter());
        };
    }

    static TokenReply of(TokenAnswer answer) {
        return new TokenReply(answer, Optional.empty());
    }
}
