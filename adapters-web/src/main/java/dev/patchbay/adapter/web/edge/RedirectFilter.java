package dev.patchbay.adapter.web.edge;

import dev.patchbay.adapter.web.settings.TlsSettings;
import dev.patchbay.domain.certificate.Challenge;
import dev.patchbay.usecase.attempt.Frontend;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sends whoever comes in clear text to our public address, with path and query as they came; where that is was set by the operator and is
 * never taken from the request. Certificate authorities are answered where they ask.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class RedirectFilter implements Ordered {
    private static final Pattern CHALLENGE = Pattern.compile(Pattern.quote(Challenge.PATH) + "[^/]+");

    private final TlsSettings tls;
    private final String publicAddress;

    RedirectFilter(TlsSettings tls, Frontend frontend) {
        this.tls = tls;
        this.publicAddress = frontend.baseUrl().toString();
    }

    /** Inside the filter that writes the headers, outside everything that does something. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 1500;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> before(HttpRequest<?> request) {
        // The management port speaks in clear text, too, and is no business of the world.
        if (!tls.isOn() || request.isSecure() || request.getServerAddress().getPort() != tls.httpPort()) {
            return null;
        }
        String path = request.getUri().getRawPath();
        if (path != null && CHALLENGE.matcher(path).matches()) {
            return null;
        }
        return HttpResponse.status(HttpStatus.PERMANENT_REDIRECT)
                .header("Location", publicAddress + rest(request.getUri(), path));
    }

    private static String rest(URI asked, @Nullable String path) {
        // Without its slash a path would go on with the host's name, or end it.
        String safe = path != null && path.startsWith("/") ? path : "/";
        return asked.getRawQuery() == null ? safe : safe + "?" + asked.getRawQuery();
    }
}
