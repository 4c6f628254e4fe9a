package dev.patchbay.adapter.vault;

import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.vault.KeyShelf;
import dev.patchbay.port.vault.KeyState;
import dev.patchbay.port.vault.VaultKey;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The vault keys, unwrapped by the master key: locked until the canary has looked, read again when a data key names a
 * number that is not known yet (another process may have rotated). Safe for many threads.
 *
 * <p>Rotation and change of master key belong here: a new key is added {@code PENDING}, promoted when every process
 * knows it, and the older one goes on opening as {@code DECRYPT_ONLY} until no data key names it.
 */
final class VaultKeys {
    private static final String UNUSABLE_WHILE_SERVING = "the vault keys in the store are no longer usable";

    /** A vault key that may wrap data keys. */
    record Current(int number, GcmKey key) {}

    private record Unlocked(Map<Integer, GcmKey> usable, Optional<Current> current, boolean none) {}

    private final MasterKey master;
    private final KeyShelf shelf;
    private final Clock clock;
    private volatile @Nullable Unlocked unlocked;

    VaultKeys(MasterKey master, KeyShelf shelf, Clock clock) {
        this.master = master;
        this.shelf = shelf;
        this.clock = clock;
    }

    /** For a database without tables: there is nothing to read. */
    void unlockEmpty() {
        unlocked = new Unlocked(Map.of(), Optional.empty(), true);
    }

    /** Reads all vault keys and unwraps each; writes nothing. @throws VaultUnusable when one of them does not unwrap */
    void unlock() {
        read();
    }

    /** @throws IllegalStateException while locked */
    void requireUnlocked() {
        known();
    }

    /** The key that wraps new data keys; the very first one is made when there is none. */
    Current current() {
        return known().current().orElseGet(this::readOrMakeCurrent);
    }

    /** The key of that number. @throws StoreUnavailable when it cannot be had now */
    GcmKey numbered(int number) {
        GcmKey key = known().usable().get(number);
        if (key == null) {
            key = readWhileServing().usable().get(number);
        }
        if (key == null) {
            throw new StoreUnavailable("vault key " + number + " is not to be had", null);
        }
        return key;
    }

    /** Makes the first vault key when there is none; of several processes, one wins and all use its key. */
    void makeFirst() {
        known();
        if (read().none()) {
            Secret material = GcmKey.newMaterial();
            shelf.add(new VaultKey(
                    1,
                    KeyState.ACTIVE,
                    master.id(),
                    master.wrap(material, AssociatedData.ofVaultKey(1, master.id())),
                    clock.instant()));
            read();
        }
    }

    private Current readOrMakeCurrent() {
        try {
            makeFirst();
        } catch (VaultUnusable e) {
            throw new StoreUnavailable(UNUSABLE_WHILE_SERVING, e);
        }
        return known().current()
                .orElseThrow(() -> new StoreUnavailable("there are vault keys, but none of them is active", null));
    }

    /** Keys that stop fitting while we serve are an outage: what is sealed stays as it is until somebody mends them. */
    private Unlocked readWhileServing() {
        try {
            return read();
        } catch (VaultUnusable e) {
            throw new StoreUnavailable(UNUSABLE_WHILE_SERVING, e);
        }
    }

    private Unlocked known() {
        Unlocked known = unlocked;
        if (known == null) {
            throw new IllegalStateException("the vault is locked until VaultCanary.check() has passed");
        }
        return known;
    }

    private Unlocked read() {
        List<VaultKey> keys = shelf.vaultKeys();
        if (keys.isEmpty() && shelf.newestDataKey(KeyOwner.service()).isPresent()) {
            // Another process may have made its first keys between our two reads; a second look tells.
            keys = shelf.vaultKeys();
            if (keys.isEmpty()) {
                throw new VaultUnusable(Words.VAULT_KEYS_LOST);
            }
        }
        Map<Integer, GcmKey> usable = new HashMap<>();
        Optional<Current> current = Optional.empty();
        for (VaultKey vaultKey : keys) {
            if (vaultKey.state() == KeyState.DESTROYED) {
                continue;
            }
            GcmKey key = unwrap(vaultKey);
            switch (vaultKey.state()) {
                case ACTIVE -> {
                    usable.put(vaultKey.number(), key);
                    current = Optional.of(new Current(vaultKey.number(), key));
                }
                case PENDING, DECRYPT_ONLY -> usable.put(vaultKey.number(), key);
                case DISABLED, DESTROYED -> {}
            }
        }
        Unlocked fresh = new Unlocked(Map.copyOf(usable), current, keys.isEmpty());
        unlocked = fresh;
        return fresh;
    }

    private GcmKey unwrap(VaultKey vaultKey) {
        if (!vaultKey.masterKeyId().equals(master.id())) {
            throw new VaultUnusable(Words.wrongMasterKey(vaultKey, master));
        }
        return master.unwrap(vaultKey.wrapped(), AssociatedData.ofVaultKey(vaultKey.number(), vaultKey.masterKeyId()))
                .map(GcmKey::of)
                .orElseThrow(() -> new VaultUnusable(Words.damaged(vaultKey, master)));
    }
}
