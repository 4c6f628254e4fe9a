package dev.patchbay.oauth;

import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.provider.Identification;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * A token endpoint's answer with what RFC 6749 does not know.
 *
 * @param idToken unverified; present only beside {@link TokenAnswer.Granted}
 * @param refreshTokenLife {@code refresh_token_expires_in}, which no standard has and some answers have; what it means is for each party
 *     to say
 */
public record TokenReply(TokenAnswer answer, Optional<Secret> idToken, Optional<Duration> refreshTokenLife) {
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
        return new TokenReply(answer, Optional.empty(), Optional.empty());
    }
}
