package dev.patchbay.adapter.web.edge;

import dev.patchbay.usecase.attempt.Frontend;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells our own pages and the allowed frontends from all other sites, by what browsers say and pages cannot forge
 * ({@code Origin}, {@code Sec-Fetch-Site}).
 */
@Singleton
final class SameOrigin {
    private final String own;
    /** As browsers write them (RFC 6454 §6.1), so that they are compared letter by letter. */
    private final Set<String> frontends;

    SameOrigin(Frontend frontend) {
        own = serialized(frontend.baseUrl());
        frontends = Stream.concat(Stream.of(frontend.home()), frontend.allowedOrigins().stream())
                .map(SameOrigin::serialized)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the request was not made by a foreign site. Clients that are no browsers say nothing, and pass. */
    boolean admits(HttpRequest<?> request) {
        String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        if (origin != null && (isFrontend(origin) || own.equals(origin))) {
            return true;
        }
        String site = request.getHeaders().get("Sec-Fetch-Site");
        return site == null ? origin == null : site.equals("same-origin") || site.equals("none");
    }

    /** Whether pages of that origin may call us with cookies and read the answer. */
    boolean isFrontend(String origin) {
        return frontends.contains(origin);
    }

    /** Whether there are frontends elsewhere, so that answers depend on who asks. */
    boolean hasFrontends() {
        return !Set.of(own).equals(frontends);
    }

    private static String serialized(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        boolean usual = uri.getPort() < 0 || uri.getPort() == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (usual ? "" : ":" + uri.getPort());
    }
}
