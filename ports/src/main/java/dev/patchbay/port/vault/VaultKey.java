package dev.patchbay.port.vault;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A key that wraps data keys, itself wrapped by the master key; by two of them while master keys are changed.
 *
 * @param number counts up from 1
 * @param masterKeyId which master key wrapped it: a short, non-secret check value
 * @param wrapped without meaning once the key is destroyed
 * @param since when it came into this state
 * @param next the same key as the next master key wrapped it, while master keys are changed
 */
public record VaultKey(
        int number,
        KeyState state,
        String masterKeyId,
        WrappedKey wrapped,
        Instant createdAt,
        Instant since,
        Optional<MasterWrap> next) {
    /** How old the active one becomes before the next takes its place. */
    public static final Duration TURNS_AFTER = Duration.ofDays(30);

    /** A new key, wrapped once. */
    public VaultKey(int number, KeyState state, String masterKeyId, WrappedKey wrapped, Instant createdAt) {
        this(number, state, masterKeyId, wrapped, createdAt, createdAt, Optional.empty());
    }

    /** The wrap that this master key made, if there is one. */
    public Optional<WrappedKey> wrappedBy(String master) {
        return masterKeyId.equals(master)
                ? Optional.of(wrapped)
                : next.filter(wrap -> wrap.masterKeyId().equals(master)).map(MasterWrap::wrapped);
    }
}
