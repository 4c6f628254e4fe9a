package dev.patchbay.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which addresses may be called: https anywhere, plain http on a loopback address, nothing else. */
final class OutsideUrl {
    private static final Pattern LOOPBACK = Pattern.compile("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");

    private OutsideUrl() {}

    static boolean isCallable(URI url) {
        boolean secure = "https".equalsIgnoreCase(url.getScheme());
        boolean plain = "http".equalsIgnoreCase(url.getScheme());
        return url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getRawFragment() == null
                && (secure || (plain && isLoopback(url)));
    }

    /** By the name alone, without asking any name server. */
    static boolean isLoopback(URI url) {
        String host = url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
        return host.equals("localhost")
                || host.equals("[::1]")
                || LOOPBACK.matcher(host).matches();
    }

    /** An address that an outside party named; empty unless it is callable and as public as the party itself. */
    static Optional<URI> named(@Nullable String text, URI by) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            URI url = new URI(text);
            // A party out there has no business with our own machine (T49 in the threat list: SSRF).
            return isCallable(url) && (!isLoopback(url) || isLoopback(by)) ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    static boolean sameOrigin(URI one, URI other) {
        return equalIgnoringCase(one.getScheme(), other.getScheme())
                && equalIgnoringCase(one.getHost(), other.getHost())
                && port(one) == port(other);
    }

    private static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
    }

    private static boolean equalIgnoringCase(@Nullable String one, @Nullable String other) {
        return one != null && one.equalsIgnoreCase(other);
    }
}
