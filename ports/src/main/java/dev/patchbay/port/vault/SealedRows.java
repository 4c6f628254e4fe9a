package dev.patchbay.port.vault;

import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.SealedSecret;
import java.util.List;
import java.util.Optional;

/**
 * Owners' data keys and everything that they seal, to be sealed again by newer ones. What lives for minutes (attempts and their
 * codes) is not shown: it is gone long before an old data key is. Safe for many threads and processes.
 */
public interface SealedRows {
    /**
     * Data keys in the order of owners and then numbers, of whole owners.
     *
     * @param after an owner's name: those behind it are given; empty for the first ones
     * @param limit about how many keys
     */
    List<DataKey> keysAfter(Optional<KeyOwner> after, int limit);

    /** Everything of the owner's that is sealed. */
    List<SealedRow> of(KeyOwner owner);

    /**
     * Puts another envelope in the place of the one that was read. The row's version stays, so that whoever has read it and is about
     * to write a newer one does so undisturbed.
     *
     * @return false when the row has another version or envelope by now, or is gone; nothing is changed then
     */
    boolean reseal(SealedRow read, SealedSecret fresh);

    /**
     * Keeps an owner's next data key.
     *
     * @return false unless the number before it is there and its own is not, or when its vault key may not be used; nothing is written
     *     then
     */
    boolean renew(DataKey next);

    /**
     * Removes one data key. Whatever it sealed is unreadable from then on.
     *
     * @return false when the owner has no newer one, or not this one; nothing is removed then
     */
    boolean remove(KeyOwner owner, int number);
}
