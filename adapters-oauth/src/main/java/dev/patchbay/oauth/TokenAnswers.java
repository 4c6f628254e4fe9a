package dev.patchbay.oauth;

import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.NextAction;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.domain.connection.TokenAnswer.AppRefused;
import dev.patchbay.domain.connection.TokenAnswer.GrantDead;
import dev.patchbay.domain.connection.TokenAnswer.Unavailable;
import dev.patchbay.oauth.HttpAnswer.Answered;
import dev.patchbay.oauth.HttpAnswer.NoAnswer;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.security.oauth2.endpoint.token.response.TokenError;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Classes what a token endpoint answered (RFC 6749 §5.1, §5.2). Only {@code invalid_grant}, said with a 2xx or 4xx
 * status, ends a grant. A complaint about our request ({@code invalid_request}, {@code invalid_scope}, {@code
 * unsupported_grant_type}, an error without a known name) is {@link Unavailable}: nothing the person could mend by
 * connecting again, and no reason to give a grant up. An {@code error} counts whatever the status, since some say it
 * with 200.
 */
final class TokenAnswers {
    private final Map<String, TokenError> dialect;
    private final Function<AnswerBody, Optional<Cause>> forbidden;

    TokenAnswers(Map<String, TokenError> dialect, Function<AnswerBody, Optional<Cause>> forbidden) {
        this.dialect = dialect;
        this.forbidden = forbidden;
    }

    TokenReply read(HttpAnswer answer) {
        return switch (answer) {
            case NoAnswer(var why) ->
                TokenReply.of(new Unavailable(why.words(), Optional.empty(), why.maybeProcessed()));
            case Answered answered -> read(answered);
        };
    }

    private TokenReply read(Answered answered) {
        int status = answered.status();
        if (status == 429) {
            return TokenReply.of(new TokenAnswer.Throttled(Throttle.cause(answered.body()), answered.retryAfter()));
        }
        if (status < 200 || (status >= 300 && status < 400) || status >= 500) {
            return unavailable("status " + status, answered);
        }
        Optional<JsonNode> json = answered.body().object();
        Optional<String> error = json.flatMap(object -> Json.text(object, "error"));
        if (error.isPresent()) {
            return refused(error.get(), answered);
        }
        if (!answered.isSuccess()) {
            return status == 403 ? forbidden(answered) : unavailable("status " + status + ", no error", answered);
        }
        return json.flatMap(GrantedTokens::read)
                .orElseGet(() -> unavailable("a success without a usable access token", answered));
    }

    private TokenReply refused(String name, Answered answered) {
        Optional<TokenError> error = known(name);
        if (error.isEmpty()) {
            return unavailable("an error of no known name", answered);
        }
        return switch (error.get()) {
            case INVALID_GRANT -> TokenReply.of(new GrantDead());
            case INVALID_CLIENT, UNAUTHORIZED_CLIENT -> TokenReply.of(new AppRefused(Cause.APP_REJECTED));
            case INVALID_REQUEST, INVALID_SCOPE, UNSUPPORTED_GRANT_TYPE ->
                unavailable(error.get().toString(), answered);
        };
    }

    private Optional<TokenError> known(String name) {
        TokenError translated = dialect.get(name);
        if (translated != null) {
            return Optional.of(translated);
        }
        return Arrays.stream(TokenError.values())
                .filter(error -> error.toString().equals(name))
                .findFirst();
    }

    /** Only what concerns the app itself may block it; a person's missing seat must not stop everybody else. */
    private TokenReply forbidden(Answered answered) {
        return forbidden
                .apply(answered.body())
                .filter(cause -> cause.nextAction() == NextAction.FIX_APP || cause == Cause.APP_QUOTA_EXCEEDED)
                .map(cause -> TokenReply.of(new AppRefused(cause)))
                .orElseGet(() -> unavailable("status 403", answered));
    }

    private static TokenReply unavailable(String why, Answered answered) {
        Optional<Duration> retryAfter = answered.retryAfter();
        return TokenReply.of(new Unavailable(why, retryAfter));
    }
}
