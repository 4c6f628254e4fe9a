package dev.patchbay.sandbox.github;

import dev.patchbay.sandbox.ledger.Books;
import dev.patchbay.sandbox.ledger.Endpoint;
import dev.patchbay.sandbox.ledger.Grant;
import dev.patchbay.sandbox.ledger.IssuedToken;
import dev.patchbay.sandbox.ledger.TokenKind;
import dev.patchbay.sandbox.party.AuthorizeRequest;
import dev.patchbay.sandbox.party.OAuthParty;
import dev.patchbay.sandbox.party.OAuthTraits;
import dev.patchbay.sandbox.party.Person;
import dev.patchbay.sandbox.party.Refusal;
import dev.patchbay.sandbox.party.RotationMode;
import dev.patchbay.sandbox.party.SandboxClient;
import dev.patchbay.sandbox.party.SignInPage;
import dev.patchbay.sandbox.party.Surroundings;
import dev.patchbay.sandbox.web.Json;
import dev.patchbay.sandbox.web.Reply;
import dev.patchbay.sandbox.web.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * GitHub's OAuth apps: no ID token; token answers are form-encoded unless JSON is asked for, and errors come with status 200;
 * tokens do not expire unless {@code offline_access} is asked for, and then a refresh token is good once.
 *
 * @see <a href="https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps">Authorizing OAuth apps</a>
 */
public final class SandboxGitHub extends OAuthParty {
    private static final String HOME = "/github";
    private static final String API = "/github-api";
    private static final Duration REFRESH_LIFE = Duration.ofSeconds(15_897_600);
    private static final OAuthTraits TRAITS = new OAuthTraits(
            HOME + "/login/oauth/authorize", HOME + "/login/oauth/access_token", "", "gho_", "ghr_", false, false);
    private static final SignInPage PAGE =
            new SignInPage("GitHub", "#24292f", HOME + "/login/oauth/authorize/decision");
    private static final List<Person> RESIDENTS = List.of(
            new Person("ann", "Ann Lindqvist", "ann@example.com"), new Person("bob", "Bob Okafor", "bob@example.com"));

    /** Puts the party on the server. */
    public SandboxGitHub(Surroundings world, List<SandboxClient> clients) {
        super("github", TRAITS, world, RESIDENTS, clients);
        rotation(new RotationMode.Rotate());
        openOAuth();
        world.server().get(API + "/user", request -> forApi(request, GitHubApi::user));
        world.server().get(API + "/user/emails", request -> forApi(request, GitHubApi::emails));
        clients.forEach(client -> world.server()
                .delete(API + "/applications/" + client.id() + "/token", request -> delete(request, client)));
    }

    /** What is {@code https://github.com} out there. */
    public URI url() {
        return at(HOME);
    }

    /** What is {@code https://api.github.com} out there. */
    public URI apiUrl() {
        return at(API);
    }

    /** The numeric id of a person, which is never the login. */
    public static long idOf(String personId) {
        return GitHubApi.idOf(personId);
    }

    private Reply forApi(Request request, GitHubApi.Resource resource) {
        return request.header("user-agent").orElse("").isBlank()
                ? serve(Endpoint.PROFILE, fault -> GitHubApi.withoutUserAgent())
                : forBearer(request, access -> person(access.grant().person()).map(resource::about));
    }

    /** The app itself says, by its own credentials, which token is to go. */
    private Reply delete(Request request, SandboxClient client) {
        String pair = client.id() + ":" + client.secret();
        String right = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        Optional<String> sent = GitHubApi.tokenIn(request);
        sent.ifPresent(world.books()::presented);
        return serve(Endpoint.REVOKE, fault -> {
            if (!request.authorization("Basic").equals(Optional.of(right))) {
                return GitHubApi.message(404, "Not Found");
            }
            Optional<IssuedToken> token = sent.flatMap(secret -> world.books().find(TokenKind.ACCESS, name(), secret))
                    .filter(world.books()::isLive)
                    .filter(found -> found.grant().client().equals(client.id()));
            if (token.isEmpty()) {
                return GitHubApi.message(404, "Not Found");
            }
            world.books().end(token.get().grant(), "deleted by the app");
            return Reply.text(204, "");
        });
    }

    @Override
    protected Optional<Reply> objection(AuthorizeRequest wish) {
        Optional<SandboxClient> client = client(wish.clientId());
        if (client.isEmpty()) {
            return PAGE.blocked(404, "not_found", "There is no such application.");
        }
        if (!mayReturnTo(client.get(), wish.redirectUri())) {
            return PAGE.blocked(
                    400, "redirect_uri_mismatch", "The redirect_uri is not associated with this application.");
        }
        return wish.hasSoundChallenge()
                ? Optional.empty()
                : PAGE.blocked(400, "invalid_request", "The code_challenge_method must be S256.");
    }

    @Override
    protected Optional<Reply> shortcut(AuthorizeRequest wish, Request request) {
        return Optional.empty();
    }

    @Override
    protected Reply page(AuthorizeRequest wish) {
        return PAGE.shown(wish, offered());
    }

    @Override
    protected Set<String> usualScopes() {
        return Set.of("read:user", "user:email");
    }

    @Override
    protected Map<String, String> returnExtras() {
        return Map.of();
    }

    @Override
    protected Map<String, String> rememberWithCode(AuthorizeRequest wish, Person person) {
        return wish.scopes().contains("offline_access") ? Map.of("expiring", "true") : Map.of();
    }

    @Override
    protected boolean bringsRefreshToken(Map<String, String> memory) {
        return memory.containsKey("expiring");
    }

    @Override
    protected Instant refreshTokenEnd(Grant grant) {
        return grant.scopes().contains("offline_access") ? grant.begunAt().plus(REFRESH_LIFE) : Books.NEVER;
    }

    @Override
    protected void complete(Map<String, @Nullable Object> answer, TokenAnswer facts) {
        answer.put("scope", String.join(",", facts.scopes()));
        answer.put("token_type", "bearer");
        if (answer.containsKey("refresh_token")) {
            answer.put("refresh_token_expires_in", REFRESH_LIFE.toSeconds());
        } else {
            answer.remove("expires_in");
        }
    }

    @Override
    protected Reply dressed(Request request, Reply reply) {
        return reply.isJson() && !request.header("accept").orElse("").contains("application/json")
                ? GitHubApi.asForm(reply)
                : reply;
    }

    @Override
    protected Reply refuse(Refusal refusal) {
        return switch (refusal) {
            case CLIENT_MISSING, CLIENT_UNKNOWN, CLIENT_SECRET_WRONG -> error("incorrect_client_credentials");
            case MALFORMED, CODE_MISSING, CODE_UNKNOWN, CODE_SPENT, VERIFIER_MISSING, VERIFIER_WRONG ->
                error("bad_verification_code");
            case REDIRECT_URI_WRONG -> error("redirect_uri_mismatch");
            case GRANT_TYPE_UNKNOWN -> error("unsupported_grant_type");
            case REFRESH_TOKEN_MISSING, REFRESH_TOKEN_UNKNOWN, REFRESH_TOKEN_DEAD -> error("bad_refresh_token");
            case ACCESS_TOKEN_MISSING -> GitHubApi.message(401, "Requires authentication");
            case ACCESS_TOKEN_INVALID -> GitHubApi.message(401, "Bad credentials");
            case THROTTLED, QUOTA_EXCEEDED -> GitHubApi.message(429, "You have exceeded a secondary rate limit.");
        };
    }

    private static Reply error(String name) {
        return Reply.json(200, Json.object("error", name, "error_description", name.replace('_', ' ')));
    }
}
