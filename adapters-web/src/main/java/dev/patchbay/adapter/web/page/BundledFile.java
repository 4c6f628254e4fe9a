package dev.patchbay.adapter.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A file that ships with the service, read once. Immutable; its bytes are not to be written to. */
final class BundledFile {
    private final byte[] content;
    private final String mediaType;
    private final String entityTag;

    private BundledFile(byte[] content, String mediaType) {
        this.content = content;
        this.mediaType = mediaType;
        this.entityTag = tagOf(content);
    }

    /** @throws IllegalStateException when no such file is on the class path: the build is broken */
    static BundledFile at(String path, String mediaType) {
        try (InputStream in = BundledFile.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("missing on the class path: " + path);
            }
            return new BundledFile(in.readAllBytes(), mediaType);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    byte[] content() {
        return content;
    }

    String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    String mediaType() {
        return mediaType;
    }

    /** Weak (RFC 9110 §8.8.1), because the server may compress what it sends. */
    String entityTag() {
        return entityTag;
    }

    private static String tagOf(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return "W/\"" + HexFormat.of().formatHex(Arrays.copyOf(digest, 12)) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
