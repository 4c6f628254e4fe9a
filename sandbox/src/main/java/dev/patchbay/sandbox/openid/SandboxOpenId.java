package dev.patchbay.sandbox.openid;

import dev.patchbay.sandbox.ledger.Grant;
import dev.patchbay.sandbox.party.OAuthTraits;
import dev.patchbay.sandbox.party.Person;
import dev.patchbay.sandbox.party.SandboxClient;
import dev.patchbay.sandbox.party.SignInPage;
import dev.patchbay.sandbox.party.Surroundings;
import dev.patchbay.sandbox.web.Json;
import dev.patchbay.sandbox.web.Reply;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID provider of nobody in particular, as people run one for themselves: an issuer under a path, with a slash at its
 * end; ID tokens that hold little, because the rest is at the userinfo endpoint; {@code iss} in every redirect (RFC 9207).
 */
public final class SandboxOpenId extends OpenIdParty {
    private static final String HOME = "/openid/realms/music";
    private static final OAuthTraits TRAITS =
            new OAuthTraits(HOME + "/authorize", HOME + "/token", "code-", "access-", "refresh-", false, false);
    private static final SignInPage PAGE = new SignInPage("OpenID", "#9a3412", HOME + "/authorize/decision");
    private static final List<Person> RESIDENTS = List.of(
            new Person("ann", "Ann Lindqvist", "ann@example.com"), new Person("bob", "Bob Okafor", "bob@example.com"));

    /** Puts the party on the server. */
    public SandboxOpenId(Surroundings world, List<SandboxClient> clients) {
        super("openid", TRAITS, world, RESIDENTS, clients, PAGE);
        openOAuth();
        describe(HOME, metadata());
        publishKeys(HOME + "/keys", Map.of());
        world.server()
                .get(
                        HOME + "/userinfo",
                        request -> forBearer(
                                request, access -> person(access.grant().person())
                                        .map(person -> Reply.json(200, profile(person, access.scopes())))));
    }

    /** The issuer identifier, with a slash at its end. */
    public URI issuer() {
        return at(HOME + "/");
    }

    /** The {@code sub} of a person. */
    public static String subjectOf(String personId) {
        return number("openid:" + personId);
    }

    private Map<String, @Nullable Object> metadata() {
        return Json.object(
                "issuer",
                issuer().toString(),
                "authorization_endpoint",
                at(HOME + "/authorize").toString(),
                "token_endpoint",
                at(HOME + "/token").toString(),
                "userinfo_endpoint",
                at(HOME + "/userinfo").toString(),
                "jwks_uri",
                at(HOME + "/keys").toString(),
                "response_types_supported",
                List.of("code"),
                "subject_types_supported",
                List.of("public"),
                "id_token_signing_alg_values_supported",
                List.of("RS256"),
                "token_endpoint_auth_methods_supported",
                List.of("client_secret_basic"),
                "code_challenge_methods_supported",
                List.of("S256"),
                "authorization_response_iss_parameter_supported",
                true);
    }

    private static Map<String, @Nullable Object> profile(Person person, Set<String> scopes) {
        Map<String, @Nullable Object> profile = Json.object("sub", subjectOf(person.id()));
        if (scopes.contains("profile")) {
            profile.put("name", person.name());
        }
        if (scopes.contains("email")) {
            profile.put("email", person.email());
            profile.put("email_verified", true);
        }
        return profile;
    }

    @Override
    protected Map<String, String> returnExtras() {
        return Map.of("iss", issuer().toString());
    }

    @Override
    protected Map<String, Object> claimsAbout(Person person, Grant grant, Set<String> scopes) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer().toString());
        claims.put("sub", subjectOf(person.id()));
        return claims;
    }
}
