package dev.patchbay.domain.attempt;

import java.net.URI;
import java.util.Collection;
import java.util.Optional;

/** Where the browser ends: an absolute address, proven to be ours or allow-listed when it was made. */
public record ReturnTo(URI address) {
    private static final int MAX_LENGTH = 1024;

    /**
     * The address for what a client asked.
     *
     * @param wish a path on the frontend, or an absolute address at an allowed origin
     * @param frontend the origin that paths belong to
     * @param allowed origins (scheme, host, port) that absolute addresses may have
     * @return empty when the wish leaves the site, is longer than 1024 characters, or is not an address at all
     */
    public static Optional<ReturnTo> parse(String wish, URI frontend, Collection<URI> allowed) {
        if (wish.length() > MAX_LENGTH || !wish.chars().allMatch(c -> c > 0x20 && c < 0x7F && c != '\\')) {
            return Optional.empty();
        }
        URI uri;
        try {
            uri = new URI(wish);
        } catch (java.net.URISyntaxException e) {
            return Optional.empty();
        }
        if (uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
            return Optional.empty();
        }
        if (!uri.isAbsolute()) {
            boolean plainPath = wish.startsWith("/") && !wish.startsWith("//") && uri.getRawAuthority() == null;
            return plainPath ? Optional.of(new ReturnTo(frontend.resolve(uri).normalize())) : Optional.empty();
        }
        boolean known = allowed.stream().anyMatch(origin -> sameOrigin(origin, uri)) || sameOrigin(frontend, uri);
        return known ? Optional.of(new ReturnTo(uri.normalize())) : Optional.empty();
    }

    /** Scheme, host and effective port are equal (RFC 6454). */
    public static boolean sameOrigin(URI a, URI b) {
        return a.getHost() != null
                && b.getHost() != null
                && a.getScheme().equalsIgnoreCase(b.getScheme())
                && a.getHost().equalsIgnoreCase(b.getHost())
                && port(a) == port(b);
    }

    private static int port(URI uri) {
        if (uri.getPort() != -1) {
            return uri.getPort();
        }
        return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }

    /** This address with one more query parameter; name and value must already be URL-safe. */
    public URI with(String name, String value) {
        String text = address.toString();
        return URI.create(text + (address.getRawQuery() == null ? "?" : "&") + name + "=" + value);
    }
}
