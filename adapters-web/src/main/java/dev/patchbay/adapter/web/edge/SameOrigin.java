package dev.patchbay.adapter.web.edge;

import dev.patchbay.domain.attempt.ReturnTo;
import dev.patchbay.usecase.attempt.Frontend;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells our own pages and the allowed frontends from all other sites, by what browsers say and pages cannot forge
 * ({@code Origin}, {@code Sec-Fetch-Site}).
 */
@Singleton
final class SameOrigin {
    private final URI own;
    private final List<URI> frontends;

    SameOrigin(Frontend frontend) {
        own = frontend.baseUrl();
        frontends = Stream.concat(Stream.of(frontend.home()), frontend.allowedOrigins().stream())
                .toList();
    }

    /** Whether the request was not made by a foreign site. Clients that are no browsers say nothing, and pass. */
    boolean admits(HttpRequest<?> request) {
        String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        if (origin != null && (isFrontend(origin) || is(own, origin))) {
            return true;
        }
        String site = request.getHeaders().get("Sec-Fetch-Site");
        return site == null ? origin == null : site.equals("same-origin") || site.equals("none");
    }

    /** Whether pages of that origin may call us with cookies and read the answer. */
    boolean isFrontend(String origin) {
        return frontends.stream().anyMatch(frontend -> is(frontend, origin));
    }

    private static boolean is(URI known, String origin) {
        return parsed(origin).filter(uri -> ReturnTo.sameOrigin(known, uri)).isPresent();
    }

    private static Optional<URI> parsed(String origin) {
        try {
            URI uri = new URI(origin);
            return uri.getScheme() == null ? Optional.empty() : Optional.of(uri);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
