package dev.patchbay.adapter.google;

import dev.patchbay.port.provider.RedirectTrap;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * What Google does not take of a redirect URI.
 *
 * @see <a href="https://developers.google.com/identity/protocols/oauth2/web-server#uri-validation">Redirect URI validation rules</a>
 */
final class GoogleRedirects {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Names that no public registry gives out (RFC 2606, 6762, 8375, and ICANN's for private use). */
    private static final Set<String> NOT_PUBLIC = Set.of(
            "test", "example", "invalid", "localhost", "local", "internal", "lan", "home", "corp", "intranet", "arpa");

    private GoogleRedirects() {}

    static Optional<RedirectTrap> trap(URI redirectUri) {
        String host = redirectUri.getHost();
        if (LOOPBACK.contains(host)) {
            return Optional.empty();
        }
        if (!"https".equals(redirectUri.getScheme())) {
            return refused("Google takes https, or http on localhost, 127.0.0.1 or [::1].");
        }
        String top = host.substring(host.lastIndexOf('.') + 1);
        if (host.startsWith("[") || top.matches("\\d+")) {
            return refused("Google takes no address in numbers but this machine's own; use a name.");
        }
        return !host.contains(".") || NOT_PUBLIC.contains(top)
                ? refused("Google takes only names under a public top-level domain, such as .org.")
                : Optional.empty();
    }

    private static Optional<RedirectTrap> refused(String words) {
        return Optional.of(new RedirectTrap(true, words));
    }
}
