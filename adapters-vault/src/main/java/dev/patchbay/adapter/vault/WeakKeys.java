package dev.patchbay.adapter.vault;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Keys that nobody should trust: patterns, placeholders, and ones that are printed in standards and tutorials. A random
 * key is taken for one of them less than once in a million.
 */
final class WeakKeys {
    private static final int FEWEST_VALUES = 8;
    private static final int LONGEST_RUN = 7;

    /** Compared without case and punctuation; six characters at least, so that random text does not contain them. */
    private static final List<String> PLACEHOLDERS = List.of(
            "changeme",
            "changeit",
            "changethis",
            "secret",
            "password",
            "passphrase",
            "example",
            "sample",
            "placeholder",
            "default",
            "replace",
            "insertkey",
            "insertyour",
            "yourkey",
            "your32",
            "32bytes",
            "32char",
            "encryptionkey",
            "masterkey",
            "patchbay",
            "qwerty",
            "asdfgh",
            "letmein",
            "foobar",
            "deadbeef",
            "cafebabe");

    /** NIST SP 800-38A (F.1.5), and keys copied from question-and-answer pages and tutorials. */
    private static final Set<String> PUBLISHED = Set.of(
            "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4",
            HexFormat.of().formatHex(ascii("bf3c199c2470cb477d907b1e0917c17b")),
            HexFormat.of().formatHex(ascii("vOVH6sdmpNWjRRIqCc7rdxs01lwHzfr3")));

    /** Words whose digests people paste as keys. */
    private static final List<String> GUESSED = List.of(
            "", "a", "abc", "admin", "changeme", "foo", "hello", "key", "password", "root", "secret", "test", "123456");

    private WeakKeys() {}

    /** What speaks against the key, if anything. The text is how it was written, empty when it came as bytes. */
    static Optional<String> weakness(byte[] key, String text) {
        if (Arrays.equals(key, 0, key.length - 1, key, 1, key.length)) {
            return Optional.of("all its bytes are the same");
        }
        if (repeats(key) || repeats(ascii(text))) {
            return Optional.of("it repeats a pattern");
        }
        if (longestRun(key) > LONGEST_RUN || longestRun(ascii(text)) > LONGEST_RUN) {
            return Optional.of("it counts up or down or repeats a character");
        }
        if (distinct(key) < FEWEST_VALUES) {
            return Optional.of("it has only a few different bytes");
        }
        if (hasPlaceholder(text) || hasPlaceholder(new String(key, StandardCharsets.ISO_8859_1))) {
            return Optional.of("it contains a word that stands in examples");
        }
        if (PUBLISHED.contains(HexFormat.of().formatHex(key)) || isDigestOfWord(key)) {
            return Optional.of("it is publicly known");
        }
        return Optional.empty();
    }

    private static boolean repeats(byte[] bytes) {
        for (int period = 1; period <= bytes.length / 2; period++) {
            if (Arrays.equals(bytes, 0, bytes.length - period, bytes, period, bytes.length)) {
                return true;
            }
        }
        return false;
    }

    /** Of neighbours that are equal, or one more, or one less than the byte before. */
    private static int longestRun(byte[] bytes) {
        int longest = 1;
        for (int step = -1; step <= 1; step++) {
            int run = 1;
            for (int i = 1; i < bytes.length; i++) {
                run = bytes[i] - bytes[i - 1] == step ? run + 1 : 1;
                longest = Math.max(longest, run);
            }
        }
        return longest;
    }

    private static long distinct(byte[] bytes) {
        boolean[] seen = new boolean[256];
        for (byte b : bytes) {
            seen[b & 0xff] = true;
        }
        int count = 0;
        for (boolean one : seen) {
            count += one ? 1 : 0;
        }
        return count;
    }

    private static boolean hasPlaceholder(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return PLACEHOLDERS.stream().anyMatch(plain::contains);
    }

    private static boolean isDigestOfWord(byte[] key) {
        return GUESSED.stream()
                .anyMatch(word -> Arrays.equals(key, digest("SHA-256", word))
                        || Arrays.equals(key, ascii(HexFormat.of().formatHex(digest("MD5", word)))));
    }

    private static byte[] digest(String algorithm, String word) {
        try {
            return MessageDigest.getInstance(algorithm).digest(ascii(word));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
