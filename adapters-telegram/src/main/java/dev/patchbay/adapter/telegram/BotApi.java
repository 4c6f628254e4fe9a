package dev.patchbay.adapter.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.adapter.telegram.BotAnswer.Why;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.oauth.HttpAnswer;
import dev.patchbay.oauth.HttpCall;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Telegram's Bot API: one POST for each call, never sent again from here. The token is in the path, so calls print no path. Safe for many
 * threads.
 *
 * @see <a href="https://core.telegram.org/bots/api#making-requests">Making requests</a>
 */
final class BotApi {
    private static final Duration USUAL = Duration.ofSeconds(10);
    private static final int USUAL_ANSWER = 256 * 1024;

    /** The longest pause that is believed: nothing waits longer than it lives. */
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private final GuardedHttp http;
    private final URI api;
    private final Secret token;

    BotApi(GuardedHttp http, URI api, Secret token) {
        this.http = http;
        this.api = api;
        this.token = token;
    }

    /** Calls the method that the JSON names. */
    BotAnswer call(BotCall call) {
        return call(call, USUAL, USUAL_ANSWER);
    }

    /**
     * The same for calls that take long or bring much.
     *
     * @param within the whole time allowed
     * @param bytes how large the answer may be
     */
    BotAnswer call(BotCall call, Duration within, int bytes) {
        HttpCall request = HttpCall.post(URI.create(api + "/bot" + token.reveal() + "/" + call.method()), call.json())
                .withSecretPath()
                .within(within)
                .answeredWith(bytes);
        return switch (http.send(request)) {
            case HttpAnswer.NoAnswer(var why) -> new BotAnswer.Unavailable(why.maybeProcessed());
            case HttpAnswer.Answered answered ->
                BotJson.parse(answered.body().text())
                        .flatMap(json -> read(answered, json))
                        // A page from something in between, or half an answer.
                        .orElseGet(() -> new BotAnswer.Unavailable(answered.isSuccess() || answered.status() >= 500));
        };
    }

    private static Optional<BotAnswer> read(HttpAnswer.Answered answered, JsonNode json) {
        if (!json.path("ok").isBoolean()) {
            return Optional.empty();
        }
        if (json.path("ok").asBoolean()) {
            return json.has("result") ? Optional.of(new BotAnswer.Ok(json.path("result"))) : Optional.empty();
        }
        int code = json.path("error_code").asInt(answered.status());
        if (code >= 500) {
            return Optional.of(new BotAnswer.Unavailable(true));
        }
        JsonNode parameters = json.path("parameters");
        if (code == 429) {
            Duration pause = parameters.path("retry_after").canConvertToInt()
                    ? Duration.ofSeconds(
                            Math.max(1, parameters.path("retry_after").asInt()))
                    : answered.retryAfter().orElse(Duration.ofSeconds(5));
            return Optional.of(new BotAnswer.Throttled(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause));
        }
        if (parameters.path("migrate_to_chat_id").canConvertToLong()) {
            return Optional.of(
                    new BotAnswer.Migrated(parameters.path("migrate_to_chat_id").asLong()));
        }
        String said = json.path("description").asText("").toLowerCase(Locale.ROOT);
        return Optional.of(new BotAnswer.Refused(code, why(code, said)));
    }

    /** By code first: descriptions may change, and only tell apart what is treated alike in the main. */
    private static Why why(int code, String said) {
        return switch (code) {
            // What is no token at all is answered as an unknown path.
            case 401, 404 -> Why.UNAUTHORIZED;
            case 403 -> said.contains("deactivated") ? Why.GONE : Why.BLOCKED;
            case 409 -> Why.CONFLICT;
            default -> whyBad(said);
        };
    }

    private static Why whyBad(String said) {
        if (said.contains("not modified")) {
            return Why.NOT_MODIFIED;
        }
        if (said.contains("too old") || said.contains("can't be deleted") || said.contains("can't be edited")) {
            return Why.TOO_OLD;
        }
        return said.contains("not found") ? Why.NOT_FOUND : Why.BAD_REQUEST;
    }
}
