package dev.patchbay.oauth;

import dev.patchbay.domain.connection.Cause;
import io.micronaut.json.tree.JsonNode;
import java.util.Optional;

/** What a 429 means: a pause, or a quota that is used up and says so. */
final class Throttle {
    private Throttle() {}

    static Cause cause(AnswerBody body) {
        Optional<JsonNode> object = body.object();
        boolean quota = object.flatMap(json -> Json.member(json, "error"))
                .flatMap(error -> Json.text(error, "reason"))
                .or(() -> object.flatMap(json -> Json.text(json, "reason")))
                .or(() -> object.flatMap(json -> Json.text(json, "error")))
                .filter("QUOTA_EXCEEDED"::equalsIgnoreCase)
                .isPresent();
        return quota ? Cause.APP_QUOTA_EXCEEDED : Cause.THROTTLED;
    }
}
