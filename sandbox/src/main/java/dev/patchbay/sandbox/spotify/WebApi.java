package dev.patchbay.sandbox.spotify;

import dev.patchbay.sandbox.ledger.IssuedToken;
import dev.patchbay.sandbox.party.Person;
import dev.patchbay.sandbox.party.Refusal;
import dev.patchbay.sandbox.party.Sha256;
import dev.patchbay.sandbox.web.Json;
import dev.patchbay.sandbox.web.Reply;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The answers of the Web API; an error is an object here, unlike at the token endpoint. */
final class WebApi {
    private WebApi() {}

    /** {@code GET /v1/me} with the members left to apps in Development Mode. */
    static Reply profile(Person person, URI api) {
        return Reply.json(
                200,
                Json.object(
                        "account_id",
                        accountIdOf(person.id()),
                        "display_name",
                        person.name(),
                        "external_urls",
                        Json.object("spotify", "https://open.spotify.com/user/" + person.id()),
                        "href",
                        api + "/users/" + person.id(),
                        "id",
                        person.id(),
                        "images",
                        List.of(),
                        "type",
                        "user",
                        "uri",
                        "spotify:user:" + person.id()));
    }

    static String accountIdOf(String personId) {
        return Sha256.base64Url(Sha256.of("spotify:" + personId)).substring(0, 22);
    }

    /** The refusals that hold for a good token; empty if there are none. */
    static Optional<Reply> closedTo(IssuedToken access, SpotifyApps apps) {
        String client = access.grant().client();
        String person = access.grant().person();
        if (!apps.isOwnerPremium(client)) {
            return Optional.of(Reply.text(403, "Active premium subscription required for the owner of the app."));
        }
        if (person.isEmpty()) {
            return Optional.of(error(401, "Valid user authentication required"));
        }
        return apps.isSeated(client, person)
                ? Optional.empty()
                : Optional.of(Reply.text(403, "User not registered in the Developer Dashboard"));
    }

    static Reply unauthorized(Refusal refusal) {
        String error = refusal == Refusal.ACCESS_TOKEN_MISSING ? "missing_token" : "invalid_token";
        return error(401, "Missing/invalid/expired access token")
                .with("WWW-Authenticate", "Bearer realm=\"spotify\", error=\"" + error + "\"");
    }

    static Reply quotaExceeded() {
        return Reply.json(
                429,
                Json.object(
                        "error", Json.object("status", 429, "message", "Quota exceeded", "reason", "QUOTA_EXCEEDED")));
    }

    private static Reply error(int status, String message) {
        return Reply.json(status, Json.object("error", Json.object("status", status, "message", message)));
    }
}
