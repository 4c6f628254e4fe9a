package dev.patchbay.oauth;

import io.micronaut.security.oauth2.endpoint.token.response.TokenError;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Where an authorization server is and how it wants to be spoken to.
 *
 * @param revocation of RFC 7009; empty when there is none
 * @param secretInBody whether the app shows itself by {@code client_secret_post} rather than {@code
 *     client_secret_basic}; a public client always sends its id in the body
 * @param dialect error names of its own and what they mean, such as {@code bad_verification_code}
 */
public record OAuthEndpoints(
        URI authorization, URI token, Optional<URI> revocation, boolean secretInBody, Map<String, TokenError> dialect) {
    public OAuthEndpoints {
        dialect = Map.copyOf(dialect);
    }

    /** Basic authentication, no revocation, the error names of RFC 6749. */
    public static OAuthEndpoints of(URI authorization, URI token) {
        return new OAuthEndpoints(authorization, token, Optional.empty(), false, Map.of());
    }

    /** The same with a revocation endpoint (RFC 7009). */
    public OAuthEndpoints withRevocation(URI endpoint) {
        return new OAuthEndpoints(authorization, token, Optional.of(endpoint), secretInBody, dialect);
    }

    /** The same with {@code client_secret_post}. */
    public OAuthEndpoints withSecretInBody() {
        return new OAuthEndpoints(authorization, token, revocation, true, dialect);
    }

    /** The same with these error names of its own. */
    public OAuthEndpoints withDialect(Map<String, TokenError> names) {
        return new OAuthEndpoints(authorization, token, revocation, secretInBody, names);
    }
}
