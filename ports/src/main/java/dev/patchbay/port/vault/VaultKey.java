package dev.patchbay.port.vault;

import java.time.Instant;

/**
 * A key that wraps data keys, itself wrapped by the master key.
 *
 * @param number counts up from 1
 * @param masterKeyId which master key wrapped it: a short, non-secret check value
 */
public record VaultKey(int number, KeyState state, String masterKeyId, WrappedKey wrapped, Instant createdAt) {}
