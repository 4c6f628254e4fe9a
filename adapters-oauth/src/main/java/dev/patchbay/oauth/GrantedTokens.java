package dev.patchbay.oauth;

import dev.patchbay.domain.connection.TokenAnswer.Granted;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.vault.Secret;
import io.micronaut.json.tree.JsonNode;
import java.time.Duration;
import java.util.Optional;

/** Reads a successful token answer (RFC 6749 §5.1) as providers really write it. */
final class GrantedTokens {
    private static final Duration LONGEST_LIFE = Duration.ofDays(365);

    private GrantedTokens() {}

    /** Empty without an access token that a request header can carry. */
    static Optional<TokenReply> read(JsonNode json) {
        return Json.text(json, "access_token")
                .filter(HttpCall::fitsHeader)
                .map(accessToken -> new TokenReply(
                        new Granted(
                                tokenType(json),
                                Secret.of(accessToken),
                                Json.text(json, "refresh_token").map(Secret::of),
                                seconds(json, "expires_in"),
                                scopes(json)),
                        Json.text(json, "id_token").map(Secret::of),
                        seconds(json, "refresh_token_expires_in")));
    }

    private static String tokenType(JsonNode json) {
        return Json.text(json, "token_type")
                .filter(type -> type.length() <= 40 && HttpCall.fitsHeader(type))
                .orElse("Bearer");
    }

    /** A number or digits in a text; empty unless more than 0, at most a year. */
    private static Optional<Duration> seconds(JsonNode json, String name) {
        return Json.id(json, name)
                .flatMap(GrantedTokens::number)
                .filter(seconds -> seconds >= 1)
                .map(seconds -> Duration.ofSeconds((long) Math.min(seconds, (double) LONGEST_LIFE.toSeconds())));
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.valueOf(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** An empty text is a grant of no scopes; a missing one says nothing. Some write a list. */
    private static Optional<Scopes> scopes(JsonNode json) {
        return Json.member(json, "scope").flatMap(scope -> {
            if (scope.isString()) {
                return Optional.of(Scopes.parse(scope.getStringValue()));
            }
            return scope.isArray()
                    ? Optional.of(Scopes.parse(String.join(" ", Json.texts(json, "scope"))))
                    : Optional.empty();
        });
    }
}
