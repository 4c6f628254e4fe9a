package dev.patchbay.adapter.github;

import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.oauth.Form;
import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.oauth.HttpAnswer;
import dev.patchbay.oauth.HttpAnswer.Answered;
import dev.patchbay.oauth.HttpCall;
import dev.patchbay.oauth.Json;
import io.micronaut.json.tree.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The calls of GitHub's API that sign-in needs. */
record GitHubApi(GuardedHttp http, URI url) {
    private static final String VERSION = "2022-11-28";
    private static final Duration WITHIN = Duration.ofSeconds(5);

    /** Who a token belongs to. */
    HttpAnswer user(Secret accessToken) {
        return http.send(call(HttpCall.get(URI.create(url + "/user"))).bearer(accessToken));
    }

    /** The address that is primary and verified; empty when there is none, or none to be had now. */
    Optional<String> email(Secret accessToken) {
        HttpAnswer answer =
                http.send(call(HttpCall.get(URI.create(url + "/user/emails"))).bearer(accessToken));
        return answer instanceof Answered answered && answered.status() == 200
                ? answered.body().objects().stream()
                        .filter(entry -> isTrue(entry, "primary") && isTrue(entry, "verified"))
                        .findFirst()
                        .flatMap(entry -> Json.text(entry, "email"))
                : Optional.empty();
    }

    /** Ends a token; when that fails, it stays with GitHub and nowhere else. */
    void delete(ClientApp app, Secret accessToken) {
        app.clientSecret().ifPresent(secret -> {
            URI address = URI.create(url + "/applications/" + Form.encode(app.clientId()) + "/token");
            // Tokens are made of [A-Za-z0-9_]; one that is not is left to expire rather than written into JSON.
            if (accessToken.reveal().matches("[A-Za-z0-9_.-]+")) {
                HttpAnswer _ =
                        http.send(call(HttpCall.delete(address, "{\"access_token\":\"" + accessToken.reveal() + "\"}"))
                                .basic(app.clientId(), secret));
            }
        });
    }

    private static HttpCall call(HttpCall plain) {
        return plain.with("Accept", "application/vnd.github+json")
                .with("X-GitHub-Api-Version", VERSION)
                .within(WITHIN);
    }

    private static boolean isTrue(JsonNode entry, String name) {
        return Json.member(entry, name)
                .filter(JsonNode::isBoolean)
                .filter(JsonNode::getBooleanValue)
                .isPresent();
    }
}
