package dev.patchbay.sandbox.soundcloud;

import dev.patchbay.sandbox.party.Person;
import dev.patchbay.sandbox.party.Refusal;
import dev.patchbay.sandbox.web.Json;
import dev.patchbay.sandbox.web.Reply;
import java.net.URI;
import java.util.List;

/** What SoundCloud answers to programs. At the token endpoint an error comes without a description. */
final class SoundCloudAnswers {
    private SoundCloudAnswers() {}

    static Reply profile(Person person, URI api) {
        return Reply.json(
                200,
                Json.object(
                        "avatar_url",
                        "https://i1.sndcdn.com/avatars-" + person.id() + "-large.jpg",
                        "full_name",
                        person.name(),
                        "id",
                        null,
                        "kind",
                        "user",
                        "permalink",
                        person.id(),
                        "permalink_url",
                        "https://soundcloud.com/" + person.id(),
                        "plan",
                        "Free",
                        "playlist_count",
                        0,
                        "uri",
                        api + "/users/" + SandboxSoundCloud.urnOf(person.id()),
                        "urn",
                        SandboxSoundCloud.urnOf(person.id()),
                        "username",
                        person.name()));
    }

    static Reply refuse(Refusal refusal) {
        return switch (refusal) {
            case MALFORMED, CODE_MISSING, VERIFIER_MISSING, REFRESH_TOKEN_MISSING -> error(400, "invalid_request");
            case CLIENT_MISSING, CLIENT_UNKNOWN, CLIENT_SECRET_WRONG -> error(401, "invalid_client");
            case GRANT_TYPE_UNKNOWN -> error(400, "unsupported_grant_type");
            case CODE_UNKNOWN,
                    CODE_SPENT,
                    REDIRECT_URI_WRONG,
                    VERIFIER_WRONG,
                    REFRESH_TOKEN_UNKNOWN,
                    REFRESH_TOKEN_DEAD -> error(400, "invalid_grant");
            case ACCESS_TOKEN_MISSING, ACCESS_TOKEN_INVALID -> ofApi(401, "401 - Unauthorized");
            case THROTTLED, QUOTA_EXCEEDED -> ofApi(429, "429 - Too Many Requests");
        };
    }

    private static Reply error(int status, String error) {
        return Reply.json(status, Json.object("error", error));
    }

    /** The API's own shape, where {@code error} is there and null. */
    static Reply ofApi(int status, String words) {
        return Reply.json(
                status,
                Json.object(
                        "code",
                        status,
                        "message",
                        "",
                        "link",
                        "https://developers.soundcloud.com/docs/api/explorer/open-api",
                        "status",
                        words,
                        "errors",
                        List.of(),
                        "error",
                        null));
    }
}
