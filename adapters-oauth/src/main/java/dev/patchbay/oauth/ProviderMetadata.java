package dev.patchbay.oauth;

import com.nimbusds.jose.JWSAlgorithm;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.security.oauth2.endpoint.AuthenticationMethods;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an OpenID provider says about itself (OpenID Connect Discovery 1.0 §3, RFC 9207 §3), as far as we act on it. The
 * library's own metadata type knows no RFC 9207 and does not check what it holds.
 *
 * @param algorithms for ID tokens: asymmetric ones only, never empty
 * @param promisesIss whether every redirect from it carries {@code iss}
 */
record ProviderMetadata(
        OAuthEndpoints endpoints, URI keys, Optional<URI> userinfo, Set<JWSAlgorithm> algorithms, boolean promisesIss) {
    private static final Set<JWSAlgorithm> ACCEPTED = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512,
            JWSAlgorithm.EdDSA,
            JWSAlgorithm.Ed25519);

    /**
     * Empty unless it names exactly this issuer and all that is needed, at addresses that may be called.
     *
     * @param by where it was found; what is on this machine may name addresses on this machine
     */
    static Optional<ProviderMetadata> read(JsonNode json, String issuer, URI by) {
        Optional<URI> authorization = endpoint(json, "authorization_endpoint", by);
        Optional<URI> token = endpoint(json, "token_endpoint", by);
        Optional<URI> keys = endpoint(json, "jwks_uri", by);
        Set<JWSAlgorithm> algorithms = algorithms(json);
        boolean rightIssuer = Json.text(json, "issuer").filter(issuer::equals).isPresent();
        if (!rightIssuer || authorization.isEmpty() || token.isEmpty() || keys.isEmpty() || algorithms.isEmpty()) {
            return Optional.empty();
        }
        OAuthEndpoints bare = OAuthEndpoints.of(authorization.get(), token.get());
        OAuthEndpoints usual = endpoint(json, "revocation_endpoint", by)
                .map(bare::withRevocation)
                .orElse(bare);
        return Optional.of(new ProviderMetadata(
                wantsSecretInBody(json) ? usual.withSecretInBody() : usual,
                keys.get(),
                endpoint(json, "userinfo_endpoint", by),
                algorithms,
                Json.member(json, "authorization_response_iss_parameter_supported")
                        .filter(JsonNode::isBoolean)
                        .map(JsonNode::getBooleanValue)
                        .orElse(false)));
    }

    private static Optional<URI> endpoint(JsonNode json, String name, URI by) {
        return Json.text(json, name).flatMap(text -> OutsideUrl.named(text, by));
    }

    private static boolean wantsSecretInBody(JsonNode json) {
        List<String> methods = Json.texts(json, "token_endpoint_auth_methods_supported");
        return methods.contains(AuthenticationMethods.CLIENT_SECRET_POST)
                && !methods.contains(AuthenticationMethods.CLIENT_SECRET_BASIC);
    }

    /** RS256 is what a provider that says nothing must support. */
    private static Set<JWSAlgorithm> algorithms(JsonNode json) {
        if (Json.member(json, "id_token_signing_alg_values_supported").isEmpty()) {
            return Set.of(JWSAlgorithm.RS256);
        }
        Set<JWSAlgorithm> both = new HashSet<>();
        Json.texts(json, "id_token_signing_alg_values_supported").forEach(name -> both.add(JWSAlgorithm.parse(name)));
        both.retainAll(ACCEPTED);
        return Set.copyOf(both);
    }
}
