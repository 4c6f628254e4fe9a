package dev.patchbay.port.vault;

import java.util.List;
import java.util.Optional;

/** Data keys by the vault key that wraps them, to be wrapped by another. Safe for many threads and processes. */
public interface Rewraps {
    /**
     * Data keys that this vault key wraps, in a fixed order.
     *
     * @param after the last one of those before, or empty for the first
     */
    List<DataKey> under(int vaultKey, Optional<DataKey> after, int limit);

    /** How many data keys this vault key wraps. */
    long countUnder(int vaultKey);

    /**
     * Puts another wrap in the place of the one that was read.
     *
     * @param fresh the same owner and number
     * @return false when it is no longer there as it was read, or the new vault key may not be used; nothing is changed then
     */
    boolean rewrap(DataKey read, DataKey fresh);
}
