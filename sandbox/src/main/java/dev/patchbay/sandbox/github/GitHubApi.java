package dev.patchbay.sandbox.github;

import com.nimbusds.jose.util.JSONArrayUtils;
import dev.patchbay.sandbox.party.Person;
import dev.patchbay.sandbox.party.Sha256;
import dev.patchbay.sandbox.web.Json;
import dev.patchbay.sandbox.web.Parameters;
import dev.patchbay.sandbox.web.Reply;
import dev.patchbay.sandbox.web.Request;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How GitHub's API answers. */
final class GitHubApi {
    private GitHubApi() {}

    /** What one address of the API says of a person. */
    interface Resource {
        Reply about(Person person);
    }

    static long idOf(String personId) {
        return 1_000_000
                + new BigInteger(1, Sha256.of("github:" + personId))
                        .mod(BigInteger.valueOf(90_000_000))
                        .longValueExact();
    }

    /** The public profile, where the address is usually hidden. */
    static Reply user(Person person) {
        return Reply.json(
                200,
                Json.object(
                        "login", person.id(),
                        "id", idOf(person.id()),
                        "type", "User",
                        "name", person.name(),
                        "email", null));
    }

    /** Bob never answered the mail that was to prove his address; his second one is proven. */
    static Reply emails(Person person) {
        boolean proven = !person.id().equals("bob");
        List<Map<String, ?>> entries = List.of(
                Json.object("email", "second-" + person.email(), "primary", false, "verified", true),
                Json.object("email", person.email(), "primary", true, "verified", proven));
        return Reply.json(200, Map.of()).withBody(JSONArrayUtils.toJSONString(entries));
    }

    static Reply withoutUserAgent() {
        return Reply.text(
                403,
                "Request forbidden by administrative rules. Please make sure your request has a"
                        + " User-Agent header.");
    }

    static Reply message(int status, String message) {
        return Reply.json(status, Json.object("message", message, "documentation_url", "https://docs.github.com/rest"));
    }

    /** The token that is to go. */
    static Optional<String> tokenIn(Request request) {
        try {
            return Optional.ofNullable(Json.read(request.body()).get("access_token"))
                    .map(Object::toString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What the token endpoint answers to whoever does not ask for JSON. */
    static Reply asForm(Reply json) {
        Map<String, String> fields = new LinkedHashMap<>();
        Json.read(json.body()).forEach((name, value) -> fields.put(name, value.toString()));
        return json.withBody(Parameters.encode(fields))
                .with("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
    }
}
