package dev.patchbay.adapter.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.vault.WrappedKey;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * One AES-256-GCM key, ready for use: Tink's primitive with a random 96-bit nonce and no key prefix, for our envelope
 * names the key itself. Safe for many threads; small, as thousands of them are cached. A key is good for 2^32 messages
 * (NIST SP 800-38D, 8.3), which one owner's secrets do not reach.
 */
final class GcmKey {
    static final int LENGTH = 32;
    /** What encryption adds: nonce (12) and tag (16). */
    static final int OVERHEAD = 28;

    private final Aead aead;

    private GcmKey(Aead aead) {
        this.aead = aead;
    }

    /** @throws IllegalArgumentException unless it has 32 bytes */
    static GcmKey of(Secret material) {
        byte[] bytes = material.revealBytes();
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a key has 32 bytes");
        }
        try {
            return new GcmKey(new AesGcmJce(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-256-GCM", e);
        }
    }

    /** Material for a new key, from Tink's generator like the nonces. */
    static Secret newMaterial() {
        return Secret.of(Random.randBytes(LENGTH));
    }

    byte[] encrypt(byte[] plain, byte[] associatedData) {
        try {
            return aead.encrypt(plain, associatedData);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM does not encrypt", e);
        }
    }

    /**
     * Empty when it was changed, or encrypted by another key or with other associated data; which of them, nobody is
     * told.
     */
    Optional<byte[]> decrypt(byte[] cipher, byte[] associatedData) {
        try {
            return Optional.of(aead.decrypt(cipher, associatedData));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    WrappedKey wrap(Secret material, byte[] associatedData) {
        return new WrappedKey(encrypt(material.revealBytes(), associatedData));
    }

    Optional<Secret> unwrap(WrappedKey wrapped, byte[] associatedData) {
        return decrypt(wrapped.bytes(), associatedData)
                .filter(plain -> plain.length == LENGTH)
                .map(Secret::of);
    }
}
