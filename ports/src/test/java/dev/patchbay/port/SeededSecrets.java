package dev.patchbay.port;

import dev.patchbay.domain.vault.Secret;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;

/** The same well-shaped "secrets" every time, for tests that repeat. Safe for many threads. */
public final class SeededSecrets implements SecretSource {

    private final Random random;

    public SeededSecrets(long seed) {
        random = new Random(seed);
    }

    public SeededSecrets() {
        this(42);
    }

    @Override
    public synchronized Secret next() {
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    @Override
    public synchronized UUID nextId() {
        long high = (random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    @Override
    public synchronized long nextBelow(long bound) {
        return random.nextLong(bound);
    }
}
