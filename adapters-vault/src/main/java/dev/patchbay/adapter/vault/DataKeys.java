package dev.patchbay.adapter.vault;

import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.vault.DataKey;
import dev.patchbay.port.vault.KeyShelf;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Owners' data keys, unwrapped as they are needed and remembered for a while. Safe for many threads.
 *
 * <p>Data keys name the vault key that wrapped them. {@link Rewrapping} and {@link DataKeyRenewal} turn them.
 */
final class DataKeys {
    /** How many owners are remembered, at about 400 bytes each: as many as may ask within {@link #MAX_AGE}. */
    static final int REMEMBERED = 100_000;
    /** How long a key is used without asking the shelf whether it is still there. */
    static final Duration MAX_AGE = Duration.ofMinutes(5);

    private static final int TRIES = 3;

    private final KeyShelf shelf;
    private final VaultKeys vaultKeys;
    private final Clock clock;
    private final KeyCache<KeyOwner, OwnerKeys> cache;

    DataKeys(KeyShelf shelf, VaultKeys vaultKeys, Clock clock, int remembered) {
        this.shelf = shelf;
        this.vaultKeys = vaultKeys;
        this.clock = clock;
        this.cache = new KeyCache<>(remembered);
    }

    /** @throws IllegalStateException until the canary has looked */
    void requireUnlocked() {
        vaultKeys.requireUnlocked();
    }

    /** The owner's newest key with its number; made when there is none. */
    OwnerKeys newest(KeyOwner owner) {
        requireUnlocked();
        Optional<OwnerKeys> remembered = remembered(owner);
        if (remembered.isPresent()) {
            return remembered.get();
        }
        for (int i = 0; i < TRIES; i++) {
            long seen = cache.removals();
            Optional<DataKey> newest = shelf.newestDataKey(owner);
            if (newest.isPresent()) {
                DataKey found = newest.get();
                GcmKey key = unwrap(found)
                        .orElseThrow(() -> new StoreUnavailable(
                                "a data key in the store is damaged; restore it or destroy it", null));
                return remember(owner, new OwnerKeys(found.number(), key, clock.millis()), seen);
            }
            Secret material = GcmKey.newMaterial();
            if (shelf.add(wrap(owner, 1, material))) {
                return remember(owner, new OwnerKeys(1, GcmKey.of(material), clock.millis()), seen);
            }
            // Somebody else was first, and theirs is the owner's key; or our vault key was turned meanwhile.
            int _ = vaultKeys.refresh();
        }
        throw new StoreUnavailable("an owner's data key comes and goes", null);
    }

    /** Reads the newest keys of those owners who are not remembered. A damaged one is left to whoever asks for it. */
    void getReady(Collection<KeyOwner> owners) {
        requireUnlocked();
        Set<KeyOwner> missing =
                owners.stream().filter(owner -> remembered(owner).isEmpty()).collect(Collectors.toSet());
        if (missing.isEmpty()) {
            return;
        }
        long seen = cache.removals();
        for (DataKey found : shelf.newestDataKeys(missing)) {
            unwrap(found)
                    .ifPresent(
                            key -> remember(found.owner(), new OwnerKeys(found.number(), key, clock.millis()), seen));
        }
    }

    /** The owner's key of that number; empty when it was destroyed, never was, or was tampered with. */
    Optional<GcmKey> numbered(KeyOwner owner, int number) {
        requireUnlocked();
        Optional<GcmKey> remembered = remembered(owner).flatMap(keys -> keys.numbered(number));
        if (remembered.isPresent()) {
            return remembered;
        }
        long seen = cache.removals();
        Optional<DataKey> newest = shelf.newestDataKey(owner);
        if (newest.isEmpty()) {
            cache.remove(owner);
            return Optional.empty();
        }
        Optional<OwnerKeys> keys =
                newest.flatMap(found -> unwrap(found).map(key -> new OwnerKeys(found.number(), key, clock.millis())));
        keys.ifPresent(found -> remember(owner, found, seen));
        Optional<GcmKey> key = keys.flatMap(found -> found.numbered(number));
        // Older numbers are looked up each time: they are being re-sealed under the newest and soon gone.
        return key.isPresent() || newest.get().number() == number
                ? key
                : shelf.dataKey(owner, number).flatMap(this::unwrap);
    }

    void destroy(KeyOwner owner) {
        requireUnlocked();
        try {
            shelf.destroyDataKeys(owner);
        } finally {
            // Also when the store did not answer: what it did is unknown, and the shelf will be asked again.
            cache.remove(owner);
        }
    }

    private Optional<OwnerKeys> remembered(KeyOwner owner) {
        return cache.get(owner).filter(keys -> {
            long age = clock.millis() - keys.readAtMillis();
            return age >= 0 && age < MAX_AGE.toMillis();
        });
    }

    private OwnerKeys remember(KeyOwner owner, OwnerKeys keys, long seenRemovals) {
        cache.put(owner, keys, seenRemovals);
        return keys;
    }

    /** The same key, wrapped by the active vault key; empty when what is there does not unwrap. */
    Optional<DataKey> rewrapped(DataKey dataKey) {
        VaultKeys.Current by = vaultKeys.current();
        byte[] binding = AssociatedData.ofDataKey(dataKey.owner(), dataKey.number(), by.number());
        return material(dataKey)
                .map(material -> new DataKey(
                        dataKey.owner(),
                        dataKey.number(),
                        by.number(),
                        by.key().wrap(material, binding),
                        dataKey.createdAt()));
    }

    /** A new key for the owner, not on the shelf yet. */
    DataKey next(DataKey newest) {
        return wrap(newest.owner(), newest.number() + 1, GcmKey.newMaterial());
    }

    /** What is remembered of that owner is not used any more: the shelf has something newer. */
    void forget(KeyOwner owner) {
        cache.remove(owner);
    }

    private DataKey wrap(KeyOwner owner, int number, Secret material) {
        VaultKeys.Current by = vaultKeys.current();
        byte[] binding = AssociatedData.ofDataKey(owner, number, by.number());
        return new DataKey(owner, number, by.number(), by.key().wrap(material, binding), clock.instant());
    }

    private Optional<GcmKey> unwrap(DataKey dataKey) {
        return material(dataKey).map(GcmKey::of);
    }

    private Optional<Secret> material(DataKey dataKey) {
        byte[] binding = AssociatedData.ofDataKey(dataKey.owner(), dataKey.number(), dataKey.vaultKey());
        return vaultKeys.numbered(dataKey.vaultKey()).unwrap(dataKey.wrapped(), binding);
    }
}
