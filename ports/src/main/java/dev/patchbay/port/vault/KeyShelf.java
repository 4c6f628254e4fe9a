package dev.patchbay.port.vault;

import dev.patchbay.domain.vault.KeyOwner;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where wrapped keys are kept. Nothing on it is readable without the master key. Safe for many threads and processes. */
public interface KeyShelf {
    /** All vault keys, oldest first. */
    List<VaultKey> vaultKeys();

    /**
     * Keeps a new vault key.
     *
     * @return false when a vault key with that number is there already; nothing is written then
     */
    boolean add(VaultKey key);

    /** The owner's newest data key. */
    Optional<DataKey> newestDataKey(KeyOwner owner);

    /** The newest data key of each of these owners that has one, in any order. */
    List<DataKey> newestDataKeys(Set<KeyOwner> owners);

    Optional<DataKey> dataKey(KeyOwner owner, int number);

    /**
     * Keeps a new data key.
     *
     * @return false when the owner has a data key with that number already, or when there is no vault key of the number it names, or
     *     that one may not be used any more; nothing is written then
     */
    boolean add(DataKey key);

    /** Removes all of the owner's data keys. */
    void destroyDataKeys(KeyOwner owner);
}
