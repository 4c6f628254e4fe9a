package dev.patchbay.adapter.vault;

import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.vault.KeyShelf;
import dev.patchbay.port.vault.KeyState;
import dev.patchbay.port.vault.MasterWrap;
import dev.patchbay.port.vault.MasterWraps;
import dev.patchbay.port.vault.VaultKey;
import dev.patchbay.port.vault.VaultReader;
import dev.patchbay.port.vault.WrappedKey;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Changes the master key while processes serve. Whatever stops it, and wherever, every vault key opens with the old master key, with the
 * new one, or with both. Each step may be taken again.
 */
public final class MasterKeyChange {
    private final MasterKey master;
    private final KeyShelf shelf;
    private final MasterWraps wraps;
    private final KeyRotation rotation;
    private final Clock clock;

    MasterKeyChange(MasterKey master, KeyShelf shelf, MasterWraps wraps, KeyRotation rotation, Clock clock) {
        this.master = master;
        this.shelf = shelf;
        this.wraps = wraps;
        this.rotation = rotation;
        this.clock = clock;
    }

    /**
     * Wraps every vault key by the next master key too.
     *
     * @throws VaultUnusable when a vault key does not open with the master key in use
     * @throws StoreUnavailable when the store or a master key does not answer; then do it again
     */
    public MasterChange begin(MasterKey next) {
        if (next.id().equals(master.id())) {
            return new MasterChange.TheSame();
        }
        List<VaultKey> missing = withoutWrapBy(next.id());
        for (int tries = 0; !missing.isEmpty(); tries++) {
            if (tries > shelf.vaultKeys().size()) {
                throw new StoreUnavailable("vault keys change while they are wrapped; try again", null);
            }
            for (VaultKey key : missing) {
                boolean _ = wraps.add(key, new MasterWrap(next.id(), wrap(key, next)));
            }
            // Also one that a rotation added meanwhile.
            missing = withoutWrapBy(next.id());
        }
        return new MasterChange.BothFit(there().size());
    }

    /** Removes the wraps by the old master key. This process runs on the new one. */
    public MasterChange finish() {
        List<VaultKey> there = there();
        if (there.stream().noneMatch(key -> key.next().isPresent())
                || !there.stream().allMatch(key -> key.next().map(MasterWrap::masterKeyId).stream()
                        .anyMatch(master.id()::equals))) {
            return new MasterChange.NotBegun();
        }
        List<VaultReader> old = rotation.living().stream()
                .filter(reader -> !reader.masterKeyId().equals(master.id()))
                .toList();
        if (!old.isEmpty()) {
            return new MasterChange.StillRunning(old);
        }
        return wraps.finish(master.id(), clock.instant())
                ? new MasterChange.Finished(master.id())
                : new MasterChange.NotBegun();
    }

    /** Gives the change up: removes the wraps by the next master key. This process runs on the old one. */
    public MasterChange giveUp() {
        if (there().stream()
                .noneMatch(key ->
                        key.masterKeyId().equals(master.id()) && key.next().isPresent())) {
            return new MasterChange.NotBegun();
        }
        List<VaultReader> fresh = rotation.living().stream()
                .filter(reader -> !reader.masterKeyId().equals(master.id()))
                .toList();
        if (!fresh.isEmpty()) {
            return new MasterChange.StillRunning(fresh);
        }
        wraps.giveUp();
        return new MasterChange.Finished(master.id());
    }

    private List<VaultKey> there() {
        return shelf.vaultKeys().stream()
                .filter(key -> key.state() != KeyState.DESTROYED)
                .toList();
    }

    private List<VaultKey> withoutWrapBy(String masterKeyId) {
        return there().stream()
                .filter(key -> key.wrappedBy(masterKeyId).isEmpty())
                .toList();
    }

    /** A wrap that was seen to open. */
    private WrappedKey wrap(VaultKey key, MasterKey next) {
        Secret material = key.wrappedBy(master.id())
                .flatMap(wrapped -> master.unwrap(wrapped, AssociatedData.ofVaultKey(key.number(), master.id())))
                .orElseThrow(() -> new VaultUnusable(Words.damaged(key, master)));
        byte[] binding = AssociatedData.ofVaultKey(key.number(), next.id());
        WrappedKey wrapped = next.wrap(material, binding);
        if (!next.unwrap(wrapped, binding).equals(Optional.of(material))) {
            throw new StoreUnavailable("the next master key does not open what it has just wrapped", null);
        }
        return wrapped;
    }
}
