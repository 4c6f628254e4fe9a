package dev.patchbay.adapter.vault;

import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.vault.KeyShelf;
import dev.patchbay.port.vault.KeyState;
import dev.patchbay.port.vault.VaultKey;
import dev.patchbay.port.vault.WrappedKey;
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
 * <p>What was unwrapped once is not unwrapped again as long as its wrap stays the same, because the master key may be far away.
 */
final class VaultKeys {
    private static final String UNUSABLE_WHILE_SERVING = "the vault keys in the store are no longer usable";

    /** A vault key that may wrap data keys. */
    record Current(int number, GcmKey key) {}

    /** A key and the wrap it came out of. */
    private record Held(WrappedKey wrapped, GcmKey key) {}

    private record Unlocked(
            Map<Integer, Held> held, Map<Integer, GcmKey> usable, Optional<Current> current, int highest) {}

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
        unlocked = new Unlocked(Map.of(), Map.of(), Optional.empty(), 0);
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

    /**
     * Reads them again, and says which is the newest: its number, 0 when there is none.
     *
     * @throws StoreUnavailable also when one of them does not unwrap; those that were known stay in use
     */
    int refresh() {
        known();
        return readWhileServing().highest();
    }

    /** The master key in use. */
    String masterKeyId() {
        return master.id();
    }

    /** A new key that wraps nothing yet. */
    VaultKey pending(int number) {
        return wrapped(number, KeyState.PENDING);
    }

    private VaultKey wrapped(int number, KeyState state) {
        byte[] binding = AssociatedData.ofVaultKey(number, master.id());
        return new VaultKey(number, state, master.id(), master.wrap(GcmKey.newMaterial(), binding), clock.instant());
    }

    /** Makes the first vault key when there is none; of several processes, one wins and all use its key. */
    void makeFirst() {
        known();
        if (read().highest() == 0) {
            boolean _ = shelf.add(wrapped(1, KeyState.ACTIVE));
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
        Unlocked fresh = unwrapAll(keys);
        unlocked = fresh;
        return fresh;
    }

    private Unlocked unwrapAll(List<VaultKey> keys) {
        Map<Integer, Held> held = new HashMap<>();
        Map<Integer, GcmKey> usable = new HashMap<>();
        Optional<Current> current = Optional.empty();
        int highest = 0;
        for (VaultKey vaultKey : keys) {
            highest = Math.max(highest, vaultKey.number());
            if (vaultKey.state() == KeyState.DESTROYED) {
                continue;
            }
            Held one = unwrap(vaultKey);
            held.put(vaultKey.number(), one);
            if (vaultKey.state().isUsable()) {
                usable.put(vaultKey.number(), one.key());
            }
            if (vaultKey.state() == KeyState.ACTIVE) {
                current = Optional.of(new Current(vaultKey.number(), one.key()));
            }
        }
        return new Unlocked(Map.copyOf(held), Map.copyOf(usable), current, highest);
    }

    private Held unwrap(VaultKey vaultKey) {
        WrappedKey wrapped = vaultKey.wrappedBy(master.id())
                .orElseThrow(() -> new VaultUnusable(Words.wrongMasterKey(vaultKey, master)));
        Unlocked before = unlocked;
        Held held = before == null ? null : before.held().get(vaultKey.number());
        if (held != null && held.wrapped().equals(wrapped)) {
            return held;
        }
        return master.unwrap(wrapped, AssociatedData.ofVaultKey(vaultKey.number(), master.id()))
                .map(material -> new Held(wrapped, GcmKey.of(material)))
                .orElseThrow(() -> new VaultUnusable(Words.damaged(vaultKey, master)));
    }
}
