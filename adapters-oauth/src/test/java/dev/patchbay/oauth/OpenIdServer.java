package dev.patchbay.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.patchbay.domain.attempt.AuthorizationCode;
import dev.patchbay.domain.attempt.PkceVerifier;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.provider.IdentityDescriptor;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Scope;
import dev.patchbay.domain.provider.ScopeReason;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.oauth.LocalServer.Asked;
import dev.patchbay.oauth.LocalServer.Reply;
import dev.patchbay.port.provider.CodeExchange;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** An OpenID provider with ES256 keys, nothing in its ID tokens but what they need, and everything changeable. */
final class OpenIdServer implements AutoCloseable {
    static final String NONCE = "the-nonce";

    private final LocalServer server = new LocalServer(this::answer);
    private final Map<String, Reply> instead = new ConcurrentHashMap<>();
    private volatile ECKey key = newKey("one");
    private volatile String extraMetadata = "";
    private volatile String extraKeys = "";
    private volatile JWSHeader.Builder header = header();

    String issuer() {
        return server.at("").toString();
    }

    LocalServer http() {
        return server;
    }

    /** Answers this path so from now on; null answers as usual. */
    void answer(String path, @Nullable Reply reply) {
        if (reply == null) {
            instead.remove(path);
        } else {
            instead.put(path, reply);
        }
    }

    void describe(String moreMembers) {
        extraMetadata = moreMembers;
    }

    /** Puts these before the real key in the key set. */
    void publishBefore(String keys) {
        extraKeys = keys;
    }

    void newKey() {
        key = newKey("two");
        header = header();
    }

    /** Puts the key into the token's own header, where nobody should look. */
    void signWithStrangersKeyInHeader() {
        key = newKey("stranger");
        header = header().jwk(key.toPublicJWK());
    }

    long asked(String path) {
        return server.asked().stream()
                .filter(asked -> asked.path().equals(path))
                .count();
    }

    static ClientApp app() {
        return new ClientApp(
                new ClientAppId(new ProviderId("test"), "us"),
                ClientApp.Kind.SHARED,
                Optional.of(Secret.of("our secret")),
                URI.create("http://127.0.0.1/callback"));
    }

    static CodeExchange exchange() {
        return new CodeExchange(
                new AuthorizationCode(Secret.of("code")),
                new PkceVerifier(Secret.of("verifier")),
                Secret.of(NONCE).fingerprint());
    }

    OpenIdProvider provider(GuardedHttp http, Clock clock) {
        var known = new IdentityDescriptor(
                new ProviderId("test"),
                "Test",
                URI.create(issuer()),
                List.of(new ScopeReason(new Scope("openid"), "To know who it is.")),
                Set.of("*"));
        return new OpenIdProvider(http, clock, known, issuer()) {};
    }

    private Reply answer(Asked asked) {
        Reply other = instead.get(asked.path());
        if (other != null) {
            return other;
        }
        return switch (asked.path()) {
            case "/.well-known/openid-configuration" -> Reply.json(metadata());
            case "/keys" -> Reply.json("{\"keys\":[" + extraKeys + publicKey() + "]}");
            case "/token" -> Reply.json("{\"access_token\":\"access\",\"id_token\":\"" + idToken() + "\"}");
            case "/userinfo" -> Reply.json("{\"sub\":\"1\",\"name\":\"Ann\",\"email\":\"ann@example.com\"}");
            default -> Reply.of(404, "");
        };
    }

    private String metadata() {
        return """
            {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize?tenant=1","token_endpoint":"%1$s/token",
             "jwks_uri":"%1$s/keys","userinfo_endpoint":"%1$s/userinfo",
             "id_token_signing_alg_values_supported":["HS256","none","ES256"]%2$s}\
            """.formatted(issuer(), extraMetadata);
    }

    private String publicKey() {
        return key.getKeyID().equals("stranger")
                ? newKey("one").toPublicJWK().toJSONString()
                : key.toPublicJWK().toJSONString();
    }

    private JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID());
    }

    private String idToken() {
        Instant now = Instant.now();
        SignedJWT token = new SignedJWT(
                header.build(),
                new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .audience("us")
                        .subject("1")
                        .claim("nonce", NONCE)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(60)))
                        .build());
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static ECKey newKey(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
