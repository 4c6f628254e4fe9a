package dev.patchbay.adapter.vault;

import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.SecretSource;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/** The platform's cryptographically strong generator. */
final class SecureSecretSource implements SecretSource {
    private static final int BYTES = 32;
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final SecureRandom random = new SecureRandom();

    @Override
    public Secret next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Secret.of(BASE64URL.encode(bytes));
    }

    @Override
    public UUID nextId() {
        return UUID.randomUUID();
    }

    @Override
    public long nextBelow(long bound) {
        return random.nextLong(bound);
    }
}
