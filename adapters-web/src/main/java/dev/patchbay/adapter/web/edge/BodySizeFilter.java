package dev.patchbay.adapter.web.edge;

import dev.patchbay.adapter.web.message.Bodies;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.web.router.RouteAttributes;
import java.io.InputStream;

/**
 * Refuses bodies that say that they are too large, before they are read; {@link Bodies} refuses those that do not say. The server's own limit
 * is one for all, and leaves room for paths that read a body as it comes in: those mind its size themselves.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class BodySizeFilter implements Ordered {

    /** Inside the filters that write headers and refuse foreign sites. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 2100;
    }

    @RequestFilter
    void before(HttpRequest<?> request) {
        long announced = request.getContentLength();
        if (announced > Bodies.MOST_BYTES && !readsAsItComes(request)) {
            throw new ContentLengthExceededException(Bodies.MOST_BYTES, announced);
        }
    }

    /** Such a path looks after itself in all respects: nothing is read, and little done, before it knows who asks. */
    static boolean readsAsItComes(HttpRequest<?> request) {
        return RouteAttributes.getRouteInfo(request)
                .flatMap(route -> route.getRequestBodyType())
                .filter(body -> InputStream.class.isAssignableFrom(body.getType()))
                .isPresent();
    }
}
