package dev.patchbay.adapter.web.message;

import dev.patchbay.domain.vault.Secret;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.Optional;

/** The bearer token of a request (RFC 6750 §2.1). Other schemes are none of our business: a proxy may use them. */
public final class Bearer {
    private static final String SCHEME = "Bearer";

    private Bearer() {}

    /** Whether one is claimed to be there, good or not. No page of another site can send it without having asked first. */
    public static boolean isIn(HttpRequest<?> request) {
        String authorization = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        return authorization != null
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && (authorization.length() == SCHEME.length() || authorization.charAt(SCHEME.length()) == ' ');
    }

    /** Empty also when nothing follows the scheme. */
    public static Optional<Secret> token(HttpRequest<?> request) {
        String authorization = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !isIn(request)) {
            return Optional.empty();
        }
        String token = authorization.substring(SCHEME.length()).strip();
        return token.isEmpty() ? Optional.empty() : Optional.of(Secret.of(token));
    }
}
