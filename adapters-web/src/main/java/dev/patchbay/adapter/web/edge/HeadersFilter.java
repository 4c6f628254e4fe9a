package dev.patchbay.adapter.web.edge;

import dev.patchbay.adapter.web.message.SecurityHeaders;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Gives every answer the security headers and, for allowed frontends, the CORS headers. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class HeadersFilter implements Ordered {
    private final SameOrigin sameOrigin;
    private final SecurityHeaders securityHeaders;

    HeadersFilter(SameOrigin sameOrigin, SecurityHeaders securityHeaders) {
        this.sameOrigin = sameOrigin;
        this.securityHeaders = securityHeaders;
    }

    /** Outside everything, so that it sees every answer. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 1000;
    }

    @ResponseFilter
    void after(HttpRequest<?> request, MutableHttpResponse<?> response) {
        securityHeaders.write(request, response);
        String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        MutableHttpHeaders headers = response.getHeaders();
        if (origin != null || sameOrigin.hasFrontends()) {
            // Also without an origin: whoever keeps that answer must not give it to a frontend.
            headers.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        }
        if (origin != null && sameOrigin.isFrontend(origin)) {
            allow(request, headers, origin);
        }
    }

    /**
     * With credentials, for a frontend on a neighbouring host, which is the same site to a browser: it signs people in by our cookies. A
     * frontend elsewhere never has them sent (SameSite=Lax), and uses handoffs and bearer tokens.
     */
    private static void allow(HttpRequest<?> request, MutableHttpHeaders headers, String origin) {
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
        headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "X-Request-Id, Retry-After");
        if (request.getMethod() == HttpMethod.OPTIONS) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, PUT, PATCH, DELETE");
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "Authorization, Content-Type, Idempotency-Key");
            headers.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "600");
        }
    }
}
