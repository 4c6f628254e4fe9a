package dev.patchbay.oauth;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.patchbay.oauth.LocalServer.Asked;
import dev.patchbay.oauth.LocalServer.Reply;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An OpenID provider that says whatever a scenario makes of it. */
final class ForgingOp implements AutoCloseable {
    static final String NONCE = "the-nonce-of-this-attempt";
    static final String TRAP = "/strangers-keys";

    private final LocalServer server = new LocalServer(this::answer);
    private final OpManner manner;
    private final Instant now;
    private volatile @Nullable Forge forge;

    ForgingOp(OpManner manner, Instant now) {
        this.manner = manner;
        this.now = now;
    }

    /** Where the adapter is pointed at. */
    String home() {
        return manner.home(server.at("").toString());
    }

    /** Says this from now on. */
    void say(Forge changed) {
        forge = changed;
    }

    /** Everything in order. */
    Forge sound() {
        String base = server.at("").toString();
        Map<String, Object> claims = new LinkedHashMap<>(manner.claims());
        claims.put("iss", manner.issuerInIdTokens(base));
        claims.put("aud", Forge.CLIENT);
        claims.put("sub", "24400320");
        claims.put("nonce", NONCE);
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.getEpochSecond() + 300);
        claims.put("name", "Ann Lindqvist");
        claims.put("email", "ann@example.com");
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("issuer", manner.issuerInMetadata(base));
        metadata.put("authorization_endpoint", base + "/authorize");
        metadata.put("token_endpoint", base + "/token");
        metadata.put("jwks_uri", base + "/keys");
        metadata.put(
                "id_token_signing_alg_values_supported",
                List.of("none", "HS256", "RS256", "PS256", "ES256", "EdDSA", "Ed25519"));
        return new Forge(base, metadata, claims, jwk -> {
            jwk.putAll(manner.membersOfKeys(base));
            return jwk;
        });
    }

    /** How often somebody looked where a token said that its key was. */
    long trapped() {
        return server.asked().stream()
                .filter(asked -> asked.path().equals(TRAP))
                .count();
    }

    private Reply answer(Asked asked) {
        Forge said = forge;
        if (said == null) {
            return Reply.of(404, "");
        }
        if (asked.path().endsWith("/.well-known/openid-configuration")) {
            return json(said.metadata);
        }
        return switch (asked.path()) {
            case "/keys" -> json(Map.of("keys", said.keys));
            case TRAP -> json(Map.of("keys", List.of(said.key.published())));
            case "/token" ->
                json(Map.of("access_token", Forge.ACCESS_TOKEN, "token_type", "Bearer", "id_token", said.token()));
            default -> Reply.of(404, "");
        };
    }

    private static Reply json(Map<String, Object> object) {
        return Reply.json(JSONObjectUtils.toJSONString(object));
    }

    @Override
    public void close() {
        server.close();
    }
}
