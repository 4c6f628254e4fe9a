package dev.patchbay.adapter.vault;

import dev.patchbay.port.connection.Presence;
import dev.patchbay.port.vault.KeyShelf;
import dev.patchbay.port.vault.KeyState;
import dev.patchbay.port.vault.KeyTurns;
import dev.patchbay.port.vault.VaultKey;
import dev.patchbay.port.vault.VaultReader;
import dev.patchbay.port.vault.VaultReaders;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns vault keys while all processes serve: a new key is pending until every one of them has read it, and wraps from then on.
 * Safe for many threads and processes.
 */
public final class KeyRotation {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRotation.class);

    private final VaultKeys keys;
    private final KeyShelf shelf;
    private final KeyTurns turns;
    private final VaultReaders readers;
    private final Presence presence;
    private final Clock clock;

    KeyRotation(VaultKeys keys, KeyShelf shelf, KeyTurns turns, VaultReaders readers, Presence presence, Clock clock) {
        this.keys = keys;
        this.shelf = shelf;
        this.turns = turns;
        this.readers = readers;
        this.presence = presence;
        this.clock = clock;
    }

    /**
     * Reads the vault keys, says so to the other processes, and promotes a pending key that all of them have read. Begins a
     * rotation when the active key is 30 days old. A process does this once before it serves, when others can see its presence, and
     * then every few seconds.
     *
     * @throws dev.patchbay.port.StoreUnavailable when the store does not answer, or the keys in it do not fit any more
     */
    public void look() {
        acknowledge();
        if (isDue()) {
            rotate();
            acknowledge();
        }
        promote();
    }

    /** Begins a rotation now. Running processes complete it within seconds. */
    public Rotation rotate() {
        List<VaultKey> all = shelf.vaultKeys();
        Optional<VaultKey> pending = inState(all, KeyState.PENDING);
        if (pending.isPresent()) {
            return new Rotation.UnderWay(pending.get().number());
        }
        if (all.stream().anyMatch(key -> key.next().isPresent())) {
            return new Rotation.MasterKeysChange();
        }
        int number = all.stream().mapToInt(VaultKey::number).max().orElse(0) + 1;
        if (!shelf.add(keys.pending(number))) {
            return new Rotation.UnderWay(number);
        }
        LOG.info("vault key {} was made and waits until every process has read it", number);
        return new Rotation.Begun(number);
    }

    /**
     * Promotes a pending key if every process that lives has read it; also one that hangs, or of which nobody can tell, lives.
     *
     * @return the processes that have not
     */
    public List<VaultReader> promote() {
        Optional<VaultKey> pending = inState(shelf.vaultKeys(), KeyState.PENDING);
        if (pending.isEmpty()) {
            return List.of();
        }
        int number = pending.get().number();
        List<VaultReader> behind =
                living().stream().filter(reader -> reader.knows() < number).toList();
        if (behind.isEmpty() && turns.promote(number, clock.instant())) {
            LOG.info("vault key {} is active; what older ones wrapped is wrapped again", number);
        }
        return behind;
    }

    /** Processes that have read vault keys and are not known to have ended. */
    List<VaultReader> living() {
        List<VaultReader> living = new ArrayList<>();
        for (VaultReader reader : readers.all()) {
            if (presence.isGone(reader.process())) {
                readers.forget(reader.process());
            } else {
                living.add(reader);
            }
        }
        return living;
    }

    private void acknowledge() {
        readers.note(new VaultReader(presence.me(), keys.refresh(), keys.masterKeyId(), clock.instant()));
    }

    private boolean isDue() {
        List<VaultKey> all = shelf.vaultKeys();
        return inState(all, KeyState.PENDING).isEmpty()
                && inState(all, KeyState.ACTIVE)
                        .filter(key -> !clock.instant().isBefore(key.since().plus(VaultKey.TURNS_AFTER)))
                        .isPresent();
    }

    private static Optional<VaultKey> inState(List<VaultKey> keys, KeyState state) {
        return keys.stream().filter(key -> key.state() == state).findFirst();
    }
}
