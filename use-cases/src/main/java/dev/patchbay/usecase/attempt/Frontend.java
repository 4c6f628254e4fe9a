package dev.patchbay.usecase.attempt;

import dev.patchbay.domain.attempt.ReturnTo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where people's browsers live.
 *
 * @param baseUrl our own public address, without a trailing slash
 * @param home where a browser ends when nobody said otherwise
 * @param allowedOrigins further origins that a {@code returnTo} may name
 */
public record Frontend(URI baseUrl, URI home, List<URI> allowedOrigins) {
    public Frontend {
        allowedOrigins = List.copyOf(allowedOrigins);
    }

    /** The wish, or home without one; empty when the wish leaves the site. */
    public Optional<ReturnTo> returnTo(Optional<String> wish) {
        return wish.isEmpty()
                ? Optional.of(homeward())
                : ReturnTo.parse(
                        wish.get(),
                        home,
                        Stream.concat(Stream.of(baseUrl), allowedOrigins.stream())
                                .toList());
    }

    public ReturnTo homeward() {
        return new ReturnTo(home);
    }

    /** Home with that fragment, which browsers keep to themselves; it must already be URL-safe. */
    public URI homeAt(String fragment) {
        String text = home.toString();
        int before = text.indexOf('#');
        return URI.create((before < 0 ? text : text.substring(0, before)) + "#" + fragment);
    }

    /** Whether a session cookie of ours is seen by the page at that address. */
    public boolean isOurs(ReturnTo returnTo) {
        return ReturnTo.sameOrigin(baseUrl, returnTo.address());
    }
}
