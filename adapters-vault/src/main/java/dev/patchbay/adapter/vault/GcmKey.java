package dev.patchbay.adapter.vault;

import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.vault.WrappedKey;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * One AES-256-GCM key (NIST SP 800-38D): a random 96-bit nonce, the cipher text, a 128-bit tag; no key prefix, for our envelope names
 * the key itself. Safe for many threads; small, as thousands of them are cached. A key is good for 2^32 messages (section 8.3), which
 * one owner's secrets do not reach.
 */
final class GcmKey {
    static final int LENGTH = 32;
    /** What encryption adds: nonce (12) and tag (16). */
    static final int OVERHEAD = 28;

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    /** One for all threads: virtual ones are too many, and live too short, to seed one each. */
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;

    private GcmKey(SecretKey key) {
        this.key = key;
    }

    /** @throws IllegalArgumentException unless it has 32 bytes */
    static GcmKey of(Secret material) {
        byte[] bytes = material.revealBytes();
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a key has 32 bytes");
        }
        return new GcmKey(new SecretKeySpec(bytes, "AES"));
    }

    /** Material for a new key, from the same generator as the nonces. */
    static Secret newMaterial() {
        return Secret.of(random(LENGTH));
    }

    byte[] encrypt(byte[] plain, byte[] associatedData) {
        byte[] whole = Arrays.copyOf(random(NONCE), plain.length + OVERHEAD);
        try {
            cipher(Cipher.ENCRYPT_MODE, whole, associatedData).doFinal(plain, 0, plain.length, whole, NONCE);
            return whole;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-256-GCM", e);
        }
    }

    /**
     * Empty when it was changed, or encrypted by another key or with other associated data; which of them, nobody is
     * told.
     */
    Optional<byte[]> decrypt(byte[] whole, byte[] associatedData) {
        if (whole.length < OVERHEAD) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    cipher(Cipher.DECRYPT_MODE, whole, associatedData).doFinal(whole, NONCE, whole.length - NONCE));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-256-GCM", e);
        }
    }

    /** @param whole begins with the nonce */
    private Cipher cipher(int mode, byte[] whole, byte[] associatedData) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, whole, 0, NONCE));
        cipher.updateAAD(associatedData);
        return cipher;
    }

    WrappedKey wrap(Secret material, byte[] associatedData) {
        return new WrappedKey(encrypt(material.revealBytes(), associatedData));
    }

    Optional<Secret> unwrap(WrappedKey wrapped, byte[] associatedData) {
        return decrypt(wrapped.bytes(), associatedData)
                .filter(plain -> plain.length == LENGTH)
                .map(Secret::of);
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
