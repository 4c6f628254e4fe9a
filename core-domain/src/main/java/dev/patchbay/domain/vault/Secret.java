package dev.patchbay.domain.vault;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A value that must not be seen: it prints as {@code redacted} and compares in constant time. {@link #reveal()} is for the
 * few places where it leaves the process. Immutable.
 */
public final class Secret {
    private final byte[] value;

    private Secret(byte[] value) {
        this.value = value;
    }

    /**
     * The text's UTF-8 bytes.
     *
     * @throws IllegalArgumentException when empty: an empty secret is an absent one, and callers must say so
     */
    public static Secret of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Copies the bytes. @throws IllegalArgumentException when empty */
    public static Secret of(byte[] bytes) {
        if (bytes.length == 0) {
            throw new IllegalArgumentException("a secret is not empty");
        }
        return new Secret(bytes.clone());
    }

    /** The secret as text (UTF-8). */
    public String reveal() {
        return new String(value, StandardCharsets.UTF_8);
    }

    /** A copy of the secret's bytes. */
    public byte[] revealBytes() {
        return value.clone();
    }

    /** What is stored in place of a one-time value: its SHA-256. */
    public Fingerprint fingerprint() {
        return Fingerprint.of(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(value, secret.value);
    }

    /** The same for all secrets, so that a hash table's order tells nothing. */
    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return "redacted";
    }
}
