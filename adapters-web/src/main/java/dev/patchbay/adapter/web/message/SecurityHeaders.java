package dev.patchbay.adapter.web.message;

import dev.patchbay.adapter.web.settings.TlsSettings;
import dev.patchbay.usecase.attempt.Frontend;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.function.BiConsumer;

/**
 * The headers that every answer carries, with the request's id. What an answer says itself about caching and content
 * security is left alone. Writing them twice is the same as once.
 */
@Singleton
public final class SecurityHeaders {
    private static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";
    private static final String NOTHING_ALLOWED = "default-src 'none'; frame-ancestors 'none'";
    private static final String ONE_YEAR = "max-age=31536000";

    private final RequestIds requestIds;
    private final boolean https;
    private final boolean endsHere;

    SecurityHeaders(RequestIds requestIds, Frontend frontend, TlsSettings tls) {
        this.requestIds = requestIds;
        this.https = "https".equals(frontend.baseUrl().getScheme());
        this.endsHere = tls.isOn();
    }

    /** For an answer to what never became a request, which the server gives by itself. */
    public void writeBare(BiConsumer<String, String> header) {
        header.accept("X-Request-Id", requestIds.fresh());
        header.accept("X-Content-Type-Options", "nosniff");
        header.accept("Referrer-Policy", "no-referrer");
        header.accept("Cross-Origin-Opener-Policy", "same-origin");
        header.accept("Cross-Origin-Resource-Policy", "same-origin");
        header.accept(HttpHeaders.CACHE_CONTROL, "no-store");
        header.accept(CONTENT_SECURITY_POLICY, NOTHING_ALLOWED);
        if (https && !endsHere) {
            header.accept("Strict-Transport-Security", ONE_YEAR);
        }
    }

    public void write(HttpRequest<?> request, MutableHttpResponse<?> response) {
        MutableHttpHeaders headers = response.getHeaders();
        headers.set("X-Request-Id", requestIds.of(request));
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (!headers.contains(CONTENT_SECURITY_POLICY)) {
            headers.set(CONTENT_SECURITY_POLICY, NOTHING_ALLOWED);
        }
        // In clear text it counts for nothing (RFC 6797, 7.2), but a proxy's word to us is no browser's.
        if (https && (!endsHere || request.isSecure())) {
            headers.set("Strict-Transport-Security", ONE_YEAR);
        }
    }
}
