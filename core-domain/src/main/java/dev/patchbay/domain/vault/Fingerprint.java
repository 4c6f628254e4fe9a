package dev.patchbay.domain.vault;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** SHA-256 of a high-entropy secret: stored and looked up where the secret itself must not be. */
public final class Fingerprint {
    public static final int LENGTH = 32;

    private final byte[] digest;

    private Fingerprint(byte[] digest) {
        this.digest = digest;
    }

    static Fingerprint of(byte[] value) {
        try {
            return new Fingerprint(MessageDigest.getInstance("SHA-256").digest(value));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** One read back from where it was stored. @throws IllegalArgumentException unless it has 32 bytes */
    public static Fingerprint stored(byte[] digest) {
        if (digest.length != LENGTH) {
            throw new IllegalArgumentException("a fingerprint has 32 bytes");
        }
        return new Fingerprint(digest.clone());
    }

    public byte[] bytes() {
        return digest.clone();
    }

    public String hex() {
        return HexFormat.of().formatHex(digest);
    }

    /** Constant time. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fingerprint that && MessageDigest.isEqual(digest, that.digest);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(digest);
    }

    @Override
    public String toString() {
        return hex().substring(0, 8) + "…";
    }
}
