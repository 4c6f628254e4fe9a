package dev.patchbay.sandbox.microsoft;

import dev.patchbay.sandbox.ledger.Grant;
import dev.patchbay.sandbox.openid.OpenIdParty;
import dev.patchbay.sandbox.party.OAuthTraits;
import dev.patchbay.sandbox.party.Person;
import dev.patchbay.sandbox.party.SandboxClient;
import dev.patchbay.sandbox.party.Sha256;
import dev.patchbay.sandbox.party.SignInPage;
import dev.patchbay.sandbox.party.Surroundings;
import dev.patchbay.sandbox.web.Json;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Microsoft's identity platform v2. It has a door for each tenant and three for several of them; the metadata of those call
 * the issuer {@code …/{tenantid}/v2.0}, literally, and so do the published keys. Every door takes everybody, so that an app
 * that leaves the restriction to Microsoft is seen. PKCE works and is not advertised; {@code sub} differs for each client.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/access-tokens">Validating tokens</a>
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference">ID token claims</a>
 */
public final class SandboxMicrosoft extends OpenIdParty {
    /** The tenant of all personal accounts. */
    public static final String CONSUMERS = "9188040d-6c67-4c5b-b112-36a304b66dad";

    /** The company where Ann works; it has proven that it owns its domain. */
    public static final String CONTOSO = "3f2a1c5e-7b8d-4e9f-a0b1-c2d3e4f50617";

    /** A tenant whose administrator writes whatever address he likes beside people's names. */
    public static final String FABRIKAM = "b7d60c4a-1e2f-4a3b-9c8d-7e6f5a4b3c2d";

    private static final String HOME = "/microsoft";
    private static final String TEMPLATE = "{tenantid}";
    private static final OAuthTraits TRAITS = new OAuthTraits(
            HOME + "/common/oauth2/v2.0/authorize",
            HOME + "/common/oauth2/v2.0/token",
            "0.AXoA",
            "EwB4A8",
            "M.C520",
            false,
            false);
    private static final SignInPage PAGE =
            new SignInPage("Microsoft", "#6b21a8", HOME + "/common/oauth2/v2.0/authorize/decision");
    private static final List<Person> RESIDENTS = List.of(
            new Person("ann", "Ann Lindqvist", "ann@example.com"),
            new Person("bob", "Bob Okafor", "bob@example.com"),
            new Person("mallory", "Mallory", "ann@example.com"));

    /** Puts the party on the server. */
    public SandboxMicrosoft(Surroundings world, List<SandboxClient> clients) {
        super("microsoft", TRAITS, world, RESIDENTS, clients, PAGE);
        openOAuth();
        for (String door : List.of("organizations", "consumers", CONSUMERS, CONTOSO, FABRIKAM)) {
            openOAuthAt(path(door, "oauth2/v2.0/authorize"), path(door, "oauth2/v2.0/token"));
        }
        for (String door : List.of("common", "organizations", "consumers", CONSUMERS, CONTOSO, FABRIKAM)) {
            describe(path(door, "v2.0"), metadata(door));
            publishKeys(path(door, "discovery/v2.0/keys"), Map.of("issuer", issuerOf(TEMPLATE)));
        }
    }

    /** Where a door is: {@code common}, {@code organizations}, {@code consumers} or a tenant. */
    public URI authority(String door) {
        return at(HOME + "/" + door);
    }

    /** The issuer of a tenant's ID tokens. */
    public String issuerOf(String tenant) {
        return at(HOME) + "/" + tenant + "/v2.0";
    }

    /** The tenant that a person is in: personal accounts but for those who work somewhere. */
    public static String tenantOf(String personId) {
        return switch (personId) {
            case "ann" -> CONTOSO;
            case "mallory" -> FABRIKAM;
            default -> CONSUMERS;
        };
    }

    /** The {@code oid} of a person, which is the same for all clients. */
    public static String objectIdOf(String personId) {
        ByteBuffer bits = ByteBuffer.wrap(Sha256.of("oid:" + personId));
        return new UUID(bits.getLong(), bits.getLong()).toString();
    }

    /** The {@code sub} of a person for a client. */
    public static String subjectOf(String personId, String clientId) {
        return Sha256.base64Url(Sha256.of(clientId + ":" + personId));
    }

    private static String path(String door, String rest) {
        return HOME + "/" + door + "/" + rest;
    }

    private Map<String, @Nullable Object> metadata(String door) {
        return Json.object(
                "issuer",
                issuerOf(
                        switch (door) {
                            case "common", "organizations" -> TEMPLATE;
                            case "consumers" -> CONSUMERS;
                            default -> door;
                        }),
                "authorization_endpoint",
                at(path(door, "oauth2/v2.0/authorize")).toString(),
                "token_endpoint",
                at(path(door, "oauth2/v2.0/token")).toString(),
                "jwks_uri",
                at(path(door, "discovery/v2.0/keys")).toString(),
                "response_types_supported",
                List.of("code", "id_token", "code id_token", "id_token token"),
                "subject_types_supported",
                List.of("pairwise"),
                "id_token_signing_alg_values_supported",
                List.of("RS256"),
                "scopes_supported",
                List.of("openid", "profile", "email", "offline_access"),
                "token_endpoint_auth_methods_supported",
                List.of("client_secret_post", "private_key_jwt", "client_secret_basic"));
    }

    @Override
    protected Map<String, Object> claimsAbout(Person person, Grant grant, Set<String> scopes) {
        String tenant = tenantOf(person.id());
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuerOf(tenant));
        claims.put("sub", subjectOf(person.id(), grant.client()));
        claims.put("tid", tenant);
        claims.put("ver", "2.0");
        if (scopes.contains("profile")) {
            claims.put("oid", objectIdOf(person.id()));
            claims.put("name", person.name());
            claims.put("preferred_username", person.email());
        }
        if (scopes.contains("email")) {
            claims.put("email", person.email());
            if (tenant.equals(CONTOSO)) {
                claims.put("xms_edov", true);
            }
        }
        return claims;
    }
}
