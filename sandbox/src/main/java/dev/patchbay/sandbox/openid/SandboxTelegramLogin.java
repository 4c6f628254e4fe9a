package dev.patchbay.sandbox.openid;

import dev.patchbay.sandbox.ledger.Grant;
import dev.patchbay.sandbox.party.OAuthTraits;
import dev.patchbay.sandbox.party.Person;
import dev.patchbay.sandbox.party.Refusal;
import dev.patchbay.sandbox.party.SandboxClient;
import dev.patchbay.sandbox.party.SignInPage;
import dev.patchbay.sandbox.party.Surroundings;
import dev.patchbay.sandbox.web.Json;
import dev.patchbay.sandbox.web.Request;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Telegram's login by OpenID Connect. The claim {@code id} is the number that bots know a person by; {@code sub} is another
 * number. Clients show themselves by Basic only; there is no userinfo endpoint and no e-mail.
 *
 * @see <a href="https://core.telegram.org/bots/telegram-login">Log in with Telegram</a>
 */
public final class SandboxTelegramLogin extends OpenIdParty {
    private static final String HOME = "/telegram-login";
    private static final OAuthTraits TRAITS =
            new OAuthTraits(HOME + "/auth", HOME + "/token", "tgc_", "tga_", "tgr_", false, false);
    private static final SignInPage PAGE = new SignInPage("Telegram login", "#0f766e", HOME + "/auth/decision");
    private static final List<Person> RESIDENTS = List.of(
            new Person("ann", "Ann Lindqvist", "ann@example.com"), new Person("bob", "Bob Okafor", "bob@example.com"));

    private final ToLongFunction<String> userIds;

    /**
     * Puts the party on the server.
     *
     * @param userIds the number that bots know a person by
     */
    public SandboxTelegramLogin(Surroundings world, List<SandboxClient> clients, ToLongFunction<String> userIds) {
        super("telegram-login", TRAITS, world, RESIDENTS, clients, PAGE);
        this.userIds = userIds;
        openOAuth();
        describe(HOME, metadata());
        publishKeys(HOME + "/.well-known/jwks.json", Map.of());
    }

    /** The issuer identifier, without a slash at its end. */
    public URI issuer() {
        return at(HOME);
    }

    private Map<String, @Nullable Object> metadata() {
        return Json.object(
                "issuer",
                issuer().toString(),
                "authorization_endpoint",
                issuer() + "/auth",
                "token_endpoint",
                issuer() + "/token",
                "jwks_uri",
                issuer() + "/.well-known/jwks.json",
                "response_types_supported",
                List.of("code"),
                "subject_types_supported",
                List.of("public"),
                "id_token_signing_alg_values_supported",
                List.of("RS256"),
                "scopes_supported",
                List.of("openid", "profile", "phone", "telegram:bot_access"),
                "token_endpoint_auth_methods_supported",
                List.of("client_secret_basic"),
                "code_challenge_methods_supported",
                List.of("S256"));
    }

    @Override
    protected Optional<Refusal> tokenObjection(Request request) {
        return request.authorization("Basic").isPresent() ? Optional.empty() : Optional.of(Refusal.CLIENT_MISSING);
    }

    @Override
    protected Set<String> usualScopes() {
        return Set.of("openid", "profile");
    }

    @Override
    protected Map<String, Object> claimsAbout(Person person, Grant grant, Set<String> scopes) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer().toString());
        claims.put("sub", number("telegram:" + person.id()));
        claims.put("id", userIds.applyAsLong(person.id()));
        if (scopes.contains("profile")) {
            claims.put("name", person.name());
            claims.put("preferred_username", person.id());
        }
        return claims;
    }
}
