package dev.patchbay.sandbox.openid;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.patchbay.sandbox.ledger.Books;
import dev.patchbay.sandbox.ledger.Endpoint;
import dev.patchbay.sandbox.ledger.Grant;
import dev.patchbay.sandbox.ledger.TokenKind;
import dev.patchbay.sandbox.party.AuthorizeRequest;
import dev.patchbay.sandbox.party.Fault;
import dev.patchbay.sandbox.party.OAuthParty;
import dev.patchbay.sandbox.party.OAuthTraits;
import dev.patchbay.sandbox.party.Person;
import dev.patchbay.sandbox.party.Refusal;
import dev.patchbay.sandbox.party.SandboxClient;
import dev.patchbay.sandbox.party.Sha256;
import dev.patchbay.sandbox.party.SignInPage;
import dev.patchbay.sandbox.party.Surroundings;
import dev.patchbay.sandbox.web.Json;
import dev.patchbay.sandbox.web.Reply;
import dev.patchbay.sandbox.web.Request;
import java.math.BigInteger;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID provider: the code flow, metadata, keys and ID tokens; refresh tokens with {@code offline_access}. It speaks the
 * error words of RFC 6749 and RFC 6750. A party adds who its people are and what its metadata say.
 */
public abstract class OpenIdParty extends OAuthParty {
    private static final String OTHER_ISSUER = "https://accounts.elsewhere.example";

    private final SigningKeys keys;
    private final IdTokens idTokens;
    private final SignInPage page;

    /** A party of these traits that knows these clients. */
    protected OpenIdParty(
            String name,
            OAuthTraits traits,
            Surroundings world,
            List<Person> residents,
            List<SandboxClient> clients,
            SignInPage page) {
        super(name, traits, world, residents, clients);
        this.keys = new SigningKeys(world.journal(), name);
        this.idTokens = new IdTokens(keys);
        this.page = page;
    }

    /** Signs with a new key from now on. */
    public final void rotateKeys() {
        keys.rotate();
    }

    /** What ID tokens say of a person, {@code iss} and {@code sub} included. */
    protected abstract Map<String, Object> claimsAbout(Person person, Grant grant, Set<String> scopes);

    /** Puts metadata at the well-known place under this path; these are asked for each time. */
    protected final void describe(String path, Map<String, @Nullable Object> metadata) {
        world.server()
                .get(
                        path + "/.well-known/openid-configuration",
                        request -> serve(Endpoint.DISCOVERY, fault -> metadata(metadata, fault)));
    }

    private static Reply metadata(Map<String, @Nullable Object> honest, Optional<Fault.Kind> fault) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>(honest);
        if (fault.filter(Fault.Kind.DISCOVERY_OTHER_ISSUER::equals).isPresent()) {
            said.put("issuer", OTHER_ISSUER);
        }
        return Reply.json(200, said).with("Cache-Control", "public, max-age=3600");
    }

    /** Puts the JWK set at this path, with these members added to each key. */
    protected final void publishKeys(String path, Map<String, Object> besides) {
        world.server().get(path, request -> serve(Endpoint.KEYS, fault -> Reply.json(200, keySet(besides))));
    }

    private Map<String, @Nullable Object> keySet(Map<String, Object> besides) {
        List<Map<String, Object>> published = keys.published().getKeys().stream()
                .map(key -> {
                    Map<String, Object> members = new LinkedHashMap<>(key.toJSONObject());
                    members.putAll(besides);
                    return members;
                })
                .toList();
        return Json.object("keys", published);
    }

    /** Decimal digits that are this text's and nobody else's. */
    protected static String number(String text) {
        return "1%017d".formatted(new BigInteger(1, Sha256.of(text)).mod(BigInteger.TEN.pow(15)));
    }

    @Override
    protected Optional<Reply> objection(AuthorizeRequest wish) {
        Optional<SandboxClient> client = client(wish.clientId());
        if (client.isEmpty()) {
            return page.blocked(400, "unauthorized_client", "The application is not known here.");
        }
        if (!mayReturnTo(client.get(), wish.redirectUri())) {
            return page.blocked(400, "invalid_request", "The redirect URI is not registered for this application.");
        }
        if (!wish.get("response_type").equals(Optional.of("code"))) {
            return page.blocked(400, "unsupported_response_type", "The response_type must be code.");
        }
        if (!wish.scopes().contains("openid")) {
            return page.blocked(400, "invalid_scope", "The scope must contain openid.");
        }
        return wish.hasSoundChallenge()
                ? Optional.empty()
                : page.blocked(400, "invalid_request", "PKCE needs an S256 code_challenge.");
    }

    @Override
    protected Optional<Reply> shortcut(AuthorizeRequest wish, Request request) {
        return wish.get("prompt").equals(Optional.of("none"))
                ? Optional.of(refused(wish, "login_required"))
                : Optional.empty();
    }

    @Override
    protected final Reply page(AuthorizeRequest wish) {
        return page.shown(wish, offered());
    }

    @Override
    protected Set<String> usualScopes() {
        return Set.of("openid", "profile", "email");
    }

    @Override
    protected Map<String, String> returnExtras() {
        return Map.of();
    }

    @Override
    protected Map<String, String> rememberWithCode(AuthorizeRequest wish, Person person) {
        return wish.scopes().contains("offline_access") ? Map.of("offline", "true") : Map.of();
    }

    @Override
    protected boolean bringsRefreshToken(Map<String, String> memory) {
        return memory.containsKey("offline");
    }

    @Override
    protected Instant refreshTokenEnd(Grant grant) {
        return Books.NEVER;
    }

    @Override
    protected void complete(Map<String, @Nullable Object> answer, TokenAnswer facts) {
        answer.put("scope", String.join(" ", facts.scopes()));
        Person person = personOrMadeUp(facts.grant().person());
        JWTClaimsSet.Builder claims =
                new JWTClaimsSet.Builder().audience(facts.grant().client());
        claimsAbout(person, facts.grant(), facts.scopes()).forEach(claims::claim);
        Optional.ofNullable(facts.memory().get("nonce")).ifPresent(nonce -> claims.claim("nonce", nonce));
        String idToken = idTokens.issue(
                claims.build(), facts.accessToken(), world.clock().instant(), facts.fault());
        world.books().issue(TokenKind.ID, idToken, facts.grant(), Books.NEVER, facts.scopes(), Map.of());
        answer.put("id_token", idToken);
    }

    @Override
    protected Reply refuse(Refusal refusal) {
        return switch (refusal) {
            case MALFORMED, CLIENT_MISSING, CODE_MISSING, REFRESH_TOKEN_MISSING -> error(400, "invalid_request");
            case CLIENT_UNKNOWN, CLIENT_SECRET_WRONG ->
                error(401, "invalid_client").with("WWW-Authenticate", "Basic realm=\"" + name() + "\"");
            case GRANT_TYPE_UNKNOWN -> error(400, "unsupported_grant_type");
            case CODE_UNKNOWN,
                    CODE_SPENT,
                    REDIRECT_URI_WRONG,
                    VERIFIER_MISSING,
                    VERIFIER_WRONG,
                    REFRESH_TOKEN_UNKNOWN,
                    REFRESH_TOKEN_DEAD -> error(400, "invalid_grant");
            case ACCESS_TOKEN_MISSING -> error(401, "invalid_request").with("WWW-Authenticate", "Bearer");
            case ACCESS_TOKEN_INVALID ->
                error(401, "invalid_token").with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            case THROTTLED, QUOTA_EXCEEDED -> error(429, "temporarily_unavailable");
        };
    }

    private static Reply error(int status, String error) {
        return Reply.json(status, Json.object("error", error, "error_description", error.replace('_', ' ')));
    }
}
