package dev.patchbay.adapter.github;

import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.provider.IdentityDescriptor;
import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.oauth.AuthorizationCodeFlow;
import dev.patchbay.oauth.Display;
import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.oauth.HttpAnswer.Answered;
import dev.patchbay.oauth.HttpAnswer.NoAnswer;
import dev.patchbay.oauth.Json;
import dev.patchbay.oauth.OAuthEndpoints;
import dev.patchbay.port.provider.AuthorizationIntent;
import dev.patchbay.port.provider.AuthorizationStart;
import dev.patchbay.port.provider.CodeExchange;
import dev.patchbay.port.provider.Identification;
import dev.patchbay.port.provider.IdentityProvider;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.security.oauth2.endpoint.token.response.TokenError;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Sign-in with GitHub, which has no ID tokens: who somebody is comes from its API, asked with a token that is deleted as soon
 * as it has served.
 *
 * @see <a href="https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps">Authorizing OAuth apps</a>
 */
public final class GitHubIdentity implements IdentityProvider {
    private static final Duration EXCHANGE_WITHIN = Duration.ofSeconds(15);
    private static final int LONGEST = 255;

    /**
     * What the token endpoint says in words of its own, with status 200.
     *
     * @see <a href="https://docs.github.com/en/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-oauth-app-access-token-request-errors">
     *     Token request errors</a>
     */
    private static final Map<String, TokenError> DIALECT = Map.of(
            "bad_verification_code", TokenError.INVALID_GRANT,
            "unverified_user_email", TokenError.INVALID_GRANT,
            "incorrect_client_credentials", TokenError.INVALID_CLIENT,
            "redirect_uri_mismatch", TokenError.UNAUTHORIZED_CLIENT);

    private final GitHubSettings settings;
    private final AuthorizationCodeFlow flow;
    private final GitHubApi api;

    GitHubIdentity(GuardedHttp http, GitHubSettings settings) {
        this.settings = settings;
        this.flow = new AuthorizationCodeFlow(
                http, OAuthEndpoints.of(at("/authorize"), at("/access_token")).withDialect(DIALECT));
        this.api = new GitHubApi(http, settings.apiUrl());
    }

    private URI at(String path) {
        return URI.create(settings.url() + "/login/oauth" + path);
    }

    @Override
    public IdentityDescriptor descriptor() {
        return GitHubFacts.DESCRIPTOR;
    }

    /** Without scopes GitHub would grant again whatever the person ever granted the app, so they are always named. */
    @Override
    public AuthorizationStart authorize(ClientApp app, AuthorizationIntent intent) {
        AuthorizationIntent asking = new AuthorizationIntent(
                intent.state(), intent.nonce(), intent.verifier(), descriptor().defaultScopes(), intent.askAgain());
        boolean real = settings.url().equals(GitHubSettings.REAL_URL);
        return new AuthorizationStart.Ready(
                flow.authorizationUrl(app, asking, real ? Map.of("prompt", "select_account") : Map.of()));
    }

    /** Nothing is promised; one that is sent names GitHub, or the issuer that GitHub's OAuth server calls itself. */
    @Override
    public boolean vouchesFor(Optional<String> iss) {
        return iss.isEmpty()
                || iss.get().equals(settings.url().toString())
                || iss.get().equals(at("").toString());
    }

    @Override
    public Identification identify(ClientApp app, CodeExchange exchange) {
        return flow.exchange(app, exchange, EXCHANGE_WITHIN).identify(granted -> identify(app, granted.accessToken()));
    }

    private Identification identify(ClientApp app, Secret accessToken) {
        try {
            return switch (api.user(accessToken)) {
                case NoAnswer none -> new Identification.Unavailable(none.why().words(), Optional.empty());
                case Answered answered ->
                    Optional.of(answered)
                            .filter(whole -> whole.status() == 200)
                            .flatMap(whole -> whole.body().object())
                            .flatMap(user -> person(user, accessToken))
                            .<Identification>map(Identification.Identified::new)
                            .orElseGet(() -> new Identification.Unavailable(
                                    "status " + answered.status() + ", no user", answered.retryAfter()));
            };
        } finally {
            api.delete(app, accessToken);
        }
    }

    /** By the numeric id: a login can be given up, and taken by somebody else. */
    private Optional<ExternalIdentity> person(JsonNode user, Secret accessToken) {
        return Json.member(user, "id").filter(JsonNode::isNumber).map(id -> new ExternalIdentity(
                        descriptor().id(),
                        settings.url().toString(),
                        id.coerceStringValue(),
                        Display.line(api.email(accessToken), LONGEST),
                        Display.line(Json.text(user, "name").or(() -> Json.text(user, "login")), LONGEST),
                        Display.picture(Json.text(user, "avatar_url")))
                .withEmailVerified(true));
    }
}
