package dev.patchbay.adapter.google;

import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.oauth.AnswerBody;
import dev.patchbay.oauth.Display;
import dev.patchbay.oauth.Json;
import io.micronaut.json.tree.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Reads what the Data API answers. */
final class YouTubeAnswers {
    /** Google counts quotas by the day of its headquarters. */
    private static final ZoneId QUOTA_ZONE = ZoneId.of("America/Los_Angeles");

    private YouTubeAnswers() {}

    static Optional<ExternalAccount> channel(JsonNode json) {
        return Json.list(json, "items").stream().findFirst().flatMap(channel -> Json.text(channel, "id")
                .filter(id -> id.length() <= 255)
                .map(id -> {
                    Optional<JsonNode> snippet = Json.member(channel, "snippet");
                    Optional<String> picture = snippet.flatMap(some -> Json.member(some, "thumbnails"))
                            .flatMap(some -> Json.member(some, "default"))
                            .flatMap(some -> Json.text(some, "url"));
                    return new ExternalAccount(
                            id,
                            Display.line(snippet.flatMap(some -> Json.text(some, "title")), 255),
                            Display.picture(picture));
                }));
    }

    static boolean isEmptyList(AnswerBody body) {
        return body.object()
                .filter(json -> Json.text(json, "kind")
                        .filter("youtube#channelListResponse"::equals)
                        .isPresent())
                .filter(json -> Json.list(json, "items").isEmpty())
                .isPresent();
    }

    static Duration untilTheQuotaIsNew(Instant now) {
        ZonedDateTime midnight =
                now.atZone(QUOTA_ZONE).toLocalDate().plusDays(1).atStartOfDay(QUOTA_ZONE);
        return Duration.between(now, midnight.toInstant());
    }

    static Optional<String> reasonIn(AnswerBody body) {
        return body.object()
                .flatMap(json -> Json.member(json, "error"))
                .flatMap(error -> Json.list(error, "errors").stream().findFirst())
                .flatMap(first -> Json.text(first, "reason"));
    }
}
