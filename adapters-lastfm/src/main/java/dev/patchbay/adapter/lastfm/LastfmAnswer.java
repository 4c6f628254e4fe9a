package dev.patchbay.adapter.lastfm;

import dev.patchbay.oauth.HttpAnswer;
import dev.patchbay.oauth.HttpAnswer.Answered;
import dev.patchbay.oauth.HttpAnswer.NoAnswer;
import dev.patchbay.oauth.Json;
import io.micronaut.json.tree.JsonNode;
import java.time.Duration;
import java.util.Optional;

/**
 * What a call came to, by the number of its error. Some errors come with status 200, so the body is looked at first.
 *
 * @see <a href="https://www.last.fm/api/errorcodes">Error codes</a>
 */
sealed interface LastfmAnswer {
    record Said(JsonNode json) implements LastfmAnswer {}

    /** The token or session key is not (any more) one that the person allowed: 4, 9, 14, 15. */
    record NotAllowed() implements LastfmAnswer {}

    /** The API key is unknown (10) or suspended (26). */
    record KeyRefused() implements LastfmAnswer {}

    /** The signature is wrong (13): at our end that is the shared secret. */
    record SecretRefused() implements LastfmAnswer {}

    /** 29, or status 429. */
    record TooMany(Optional<Duration> retryAfter) implements LastfmAnswer {}

    /**
     * Nothing of use: 8, 11, 16, silence, a page.
     *
     * @param why a few words for the log; nothing that Last.fm sent
     */
    record Nothing(String why, Optional<Duration> retryAfter, boolean maybeProcessed) implements LastfmAnswer {}

    static LastfmAnswer read(HttpAnswer answer) {
        return switch (answer) {
            case NoAnswer(var why) -> new Nothing(why.words(), Optional.empty(), why.maybeProcessed());
            case Answered answered -> read(answered);
        };
    }

    private static LastfmAnswer read(Answered answered) {
        Optional<JsonNode> json = answered.body().object();
        Optional<String> error = json.flatMap(object -> Json.id(object, "error"));
        if (answered.status() == 429) {
            return new TooMany(answered.retryAfter());
        }
        if (error.isPresent() && answered.status() < 500) {
            return refused(error.get(), answered);
        }
        return answered.isSuccess() && json.isPresent()
                ? new Said(json.get())
                : new Nothing("status " + answered.status() + ", no answer of use", answered.retryAfter(), true);
    }

    private static LastfmAnswer refused(String error, Answered answered) {
        return switch (error) {
            case "4", "9", "14", "15" -> new NotAllowed();
            case "10", "26" -> new KeyRefused();
            case "13" -> new SecretRefused();
            case "29" -> new TooMany(answered.retryAfter());
            default -> new Nothing("an error that is none of the person's or the app's", answered.retryAfter(), true);
        };
    }
}
