package dev.patchbay.adapter.web.settings;

import java.util.Map;

/** Properties that the HTTP server has to run with, whatever an operator sets besides. */
public final class WebDefaults {

    /** What no body has: a little more than a path takes that reads one as it comes in. Who sends more is hung up on. */
    public static final int MOST_BYTES = 1100 << 10;

    /** Limits of size and depth; a body has 64 KiB at most, or 1 MiB where a path reads it as it comes in. */
    public static final Map<String, Object> PROPERTIES = Map.ofEntries(
            // A little more than such a path takes, so that it says itself what is too large; the rest is up to
            // BodySizeFilter.
            Map.entry("micronaut.server.max-request-size", "1100KB"),
            Map.entry("micronaut.server.max-request-buffer-size", "1100KB"),
            // Room for an authorization code of 4096 characters in a redirect.
            Map.entry("micronaut.server.netty.max-initial-line-length", 8192),
            Map.entry("micronaut.server.netty.max-header-size", 16384),
            Map.entry("micronaut.server.multipart.enabled", false),
            // What is small and grows is a way to fill memory, and nobody who is honest sends us much.
            Map.entry("micronaut.server.netty.request-decompression-enabled", false),
            // Who may call from where is decided by our own filter, on every address and not only on loopback ones.
            Map.entry("micronaut.server.cors.localhost-pass-through", true),
            Map.entry("micronaut.serde.maximum-nesting-depth", 20));

    private WebDefaults() {}
}
