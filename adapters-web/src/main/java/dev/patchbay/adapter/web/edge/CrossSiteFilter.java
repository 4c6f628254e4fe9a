package dev.patchbay.adapter.web.edge;

import dev.patchbay.adapter.web.message.Bearer;
import dev.patchbay.adapter.web.problem.Code;
import dev.patchbay.adapter.web.problem.Problems;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refuses what a foreign site makes a browser ask for, and answers the preflights of allowed frontends. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class CrossSiteFilter implements Ordered {
    /** A slash at the end leads to the same route. */
    private static final Pattern BEGINNING = Pattern.compile("/api/v1/.*/auth/*");

    private final SameOrigin sameOrigin;
    private final Problems problems;

    CrossSiteFilter(SameOrigin sameOrigin, Problems problems) {
        this.sameOrigin = sameOrigin;
        this.problems = problems;
    }

    /** Inside the filter that writes the headers, outside everything else. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 2000;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> before(HttpRequest<?> request) {
        if (request.getMethod() == HttpMethod.OPTIONS && isPreflight(request)) {
            return HttpResponse.noContent();
        }
        if (changesSomething(request) && !Bearer.isIn(request) && !sameOrigin.admits(request)) {
            return problems.of(
                    request,
                    Code.CROSS_SITE_REQUEST,
                    "This request was made by another site, so it was not carried out.");
        }
        return null;
    }

    /** A GET that begins an attempt is one of them: it is an alias that clients of earlier systems use. */
    private static boolean changesSomething(HttpRequest<?> request) {
        return switch (request.getMethod()) {
            case GET, HEAD -> BEGINNING.matcher(request.getPath()).matches();
            case OPTIONS, TRACE -> false;
            case POST, PUT, PATCH, DELETE, CONNECT, CUSTOM -> true;
        };
    }

    private boolean isPreflight(HttpRequest<?> request) {
        String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        return origin != null
                && request.getHeaders().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)
                && sameOrigin.isFrontend(origin);
    }
}
