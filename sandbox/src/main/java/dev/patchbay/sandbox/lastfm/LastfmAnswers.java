package dev.patchbay.sandbox.lastfm;

import dev.patchbay.sandbox.party.Person;
import dev.patchbay.sandbox.party.Refusal;
import dev.patchbay.sandbox.web.Json;
import dev.patchbay.sandbox.web.Reply;
import java.util.List;
import java.util.Map;

/** What Last.fm answers to programs: JSON made from XML, and errors by number. */
final class LastfmAnswers {
    private LastfmAnswers() {}

    static Reply session(Person person, String key) {
        return Reply.json(
                200,
                Map.of(
                        "session",
                        Json.object("subscriber", "0", "name", SandboxLastfm.nameOf(person.id()), "key", key)));
    }

    static Reply token(String token) {
        return Reply.json(200, Map.of("token", token));
    }

    static Reply user(Person person) {
        return Reply.json(
                200,
                Map.of(
                        "user",
                        Json.object(
                                "name",
                                SandboxLastfm.nameOf(person.id()),
                                "realname",
                                person.name(),
                                "playcount",
                                "0",
                                "subscriber",
                                "0",
                                "registered",
                                Json.object("unixtime", "1037793040", "#text", 1037793040),
                                "image",
                                List.of(
                                        Json.object("size", "small", "#text", ""),
                                        Json.object(
                                                "size",
                                                "large",
                                                "#text",
                                                "https://lastfm.freetls.fastly.net/i/u/" + person.id() + ".png")))));
    }

    /** @param quiet whether errors come with status 200, as some do */
    static Reply refuse(Refusal refusal, boolean quiet) {
        return switch (refusal) {
            case MALFORMED, GRANT_TYPE_UNKNOWN -> error(quiet ? 200 : 400, 3, "Invalid Method");
            case CLIENT_MISSING, CODE_MISSING, VERIFIER_MISSING, REFRESH_TOKEN_MISSING, ACCESS_TOKEN_MISSING ->
                error(quiet ? 200 : 400, 6, "Invalid parameters");
            case CLIENT_UNKNOWN -> error(quiet ? 200 : 403, 10, "Invalid API key");
            case CLIENT_SECRET_WRONG -> error(quiet ? 200 : 403, 13, "Invalid method signature supplied");
            case CODE_UNKNOWN, CODE_SPENT, REDIRECT_URI_WRONG, VERIFIER_WRONG ->
                error(quiet ? 200 : 403, 4, "Unauthorized Token - This token has not been issued");
            case REFRESH_TOKEN_UNKNOWN, REFRESH_TOKEN_DEAD, ACCESS_TOKEN_INVALID ->
                error(quiet ? 200 : 403, 9, "Invalid session key - Please re-authenticate");
            case THROTTLED, QUOTA_EXCEEDED -> error(429, 29, "Rate Limit Exceeded");
        };
    }

    static Reply error(int status, int code, String message) {
        return Reply.json(status, Json.object("error", code, "message", message, "links", List.of()));
    }
}
