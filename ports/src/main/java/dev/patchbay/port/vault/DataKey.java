package dev.patchbay.port.vault;

import dev.patchbay.domain.vault.KeyOwner;
import java.time.Duration;
import java.time.Instant;

/**
 * A key that seals one owner's secrets, itself wrapped by a vault key.
 *
 * @param number counts up from 1 for each owner; sealed secrets name it
 * @param vaultKey number of the vault key that wrapped it
 */
public record DataKey(KeyOwner owner, int number, int vaultKey, WrappedKey wrapped, Instant createdAt) {
    /** How old an owner's newest one becomes before it is replaced. */
    public static final Duration RENEWED_AFTER = Duration.ofDays(30);
}
