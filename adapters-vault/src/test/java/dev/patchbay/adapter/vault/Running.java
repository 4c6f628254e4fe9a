package dev.patchbay.adapter.vault;

import dev.patchbay.port.GivenPresence;
import dev.patchbay.port.SeededSecrets;
import dev.patchbay.port.Stores;
import java.time.Clock;

/** What one process has of the vault, started over a store that it shares with others. */
final class Running {
    final GivenPresence presence;
    final VaultKeys vaultKeys;
    final DataKeys dataKeys;
    final EnvelopeVault vault;
    final KeyRotation rotation;
    final Rewrapping rewrapping;
    final DataKeyRenewal renewal;
    final MasterKeyChange change;
    final KeyReport report;

    private Running(String name, MasterKey master, Stores stores, Clock clock) {
        presence = GivenPresence.of(name);
        vaultKeys = new VaultKeys(master, stores.keyShelf(), clock);
        dataKeys = new DataKeys(stores.keyShelf(), vaultKeys, clock, DataKeys.REMEMBERED);
        vault = new EnvelopeVault(dataKeys);
        rotation = new KeyRotation(
                vaultKeys, stores.keyShelf(), stores.keyTurns(), stores.vaultReaders(), presence, clock);
        rewrapping = new Rewrapping(
                dataKeys,
                vaultKeys,
                stores.keyShelf(),
                stores.keyTurns(),
                stores.rewraps(),
                new SeededSecrets(),
                clock);
        renewal = new DataKeyRenewal(dataKeys, vault, stores.sealedRows(), clock);
        change = new MasterKeyChange(master, stores.keyShelf(), stores.masterWraps(), rotation, clock);
        report = new KeyReport(stores.keyShelf(), stores.rewraps(), rotation);
        VaultCanary canary = new VaultCanary(vaultKeys, master);
        canary.check(true);
        canary.makeFirstKey();
    }

    /** A process that serves: it has told the others what it knows. */
    static Running serving(String name, MasterKey master, Stores stores, Clock clock) {
        Running process = operator(name, master, stores, clock);
        process.rotation.look();
        return process;
    }

    /** A process that serves nobody, such as a command. */
    static Running operator(String name, MasterKey master, Stores stores, Clock clock) {
        return new Running(name, master, stores, clock);
    }
}
