package dev.patchbay.port;

import dev.patchbay.domain.vault.Secret;
import java.util.UUID;

/** Where randomness comes from. Cryptographically strong, safe for many threads. */
public interface SecretSource {
    /** 256 random bits as 43 characters of base64url without padding: a state, a PKCE verifier, a one-time code. */
    Secret next();

    /** A random (version 4) UUID, for ids that are not secrets. */
    UUID nextId();

    /** Evenly spread between 0 (inclusive) and the bound (exclusive); for jitter. The bound is positive. */
    long nextBelow(long bound);
}
