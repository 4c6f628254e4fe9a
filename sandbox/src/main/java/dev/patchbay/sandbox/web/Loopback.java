package dev.patchbay.sandbox.web;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells addresses of this machine from all others, by their literal host only; nothing is resolved. */
public final class Loopback {
    private static final Set<String> LITERALS = Set.of("127.0.0.1", "[::1]");
    private static final Pattern AUTHORITY = Pattern.compile("(127\\.0\\.0\\.1|\\[::1]|localhost)(:\\d{1,5})?");

    private Loopback() {}

    /** Whether the host is a loopback literal or {@code localhost}. */
    public static boolean isLoopback(URI uri) {
        return isLiteral(uri) || "localhost".equals(uri.getHost());
    }

    /** Whether the host is {@code 127.0.0.1} or {@code [::1]}. */
    public static boolean isLiteral(URI uri) {
        return uri.getHost() != null && LITERALS.contains(uri.getHost());
    }

    /** Whether this {@code host[:port]}, as in a {@code Host} header, is a loopback literal or {@code localhost}. */
    public static boolean isLoopbackAuthority(String authority) {
        return AUTHORITY.matcher(authority).matches();
    }
}
