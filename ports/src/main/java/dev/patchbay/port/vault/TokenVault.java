package dev.patchbay.port.vault;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.Place;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.domain.vault.Secret;
import java.util.Collection;

/** Seals secrets so that only this service opens them, and only in the place they were sealed for. Safe for many threads. */
public interface TokenVault {
    /**
     * Seals with the owner's data key, which is made when there is none.
     *
     * @throws dev.patchbay.port.StoreUnavailable when the key cannot be had from the store
     */
    SealedSecret seal(KeyOwner owner, Place place, Secret secret);

    /**
     * Gets ready to seal for this owner: what it gives needs nobody any more. For what must be sealed once it is there, whatever
     * happened to the store meanwhile.
     *
     * @throws dev.patchbay.port.StoreUnavailable when the key cannot be had from the store
     */
    Sealer sealerFor(KeyOwner owner);

    /** Seals for one owner, as {@link #seal} does, from memory alone. Safe for many threads; used for minutes, not kept. */
    @FunctionalInterface
    interface Sealer {
        SealedSecret seal(Place place, Secret secret);
    }

    /**
     * Opens what was sealed for this owner and place.
     *
     * @throws dev.patchbay.port.StoreUnavailable when the key cannot be had from the store
     */
    Opening open(KeyOwner owner, Place place, SealedSecret sealed);

    /**
     * Gets the keys of these owners that there are from the store at once, for whoever is about to open and seal for each of them. Changes
     * nothing but how long that takes.
     *
     * @throws dev.patchbay.port.StoreUnavailable when the keys cannot be had from the store
     */
    void getReady(Collection<KeyOwner> owners);

    /** Destroys the account's data keys: whatever was sealed with them is unreadable from now on, in every copy. */
    void destroyKeysOf(AccountId account);
}
