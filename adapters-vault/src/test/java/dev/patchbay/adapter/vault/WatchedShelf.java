package dev.patchbay.adapter.vault;

import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.port.InMemoryStore;
import dev.patchbay.port.vault.DataKey;
import dev.patchbay.port.vault.KeyShelf;
import dev.patchbay.port.vault.VaultKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A key shelf that counts what is done to it and can show keys other than they were written. */
final class WatchedShelf implements KeyShelf {
    final AtomicInteger reads = new AtomicInteger();
    final AtomicInteger vaultKeysAdded = new AtomicInteger();
    final AtomicInteger dataKeysAdded = new AtomicInteger();
    final AtomicInteger writeAttempts = new AtomicInteger();
    volatile UnaryOperator<DataKey> dataKeysSeen = UnaryOperator.identity();
    volatile UnaryOperator<List<VaultKey>> vaultKeysSeen = UnaryOperator.identity();
    volatile Runnable afterReadingNewest = () -> {};

    private final KeyShelf shelf;

    WatchedShelf() {
        this(new InMemoryStore().keyShelf());
    }

    WatchedShelf(KeyShelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public List<VaultKey> vaultKeys() {
        reads.incrementAndGet();
        return vaultKeysSeen.apply(new ArrayList<>(shelf.vaultKeys()));
    }

    @Override
    public boolean add(VaultKey key) {
        writeAttempts.incrementAndGet();
        return counted(vaultKeysAdded, shelf.add(key));
    }

    @Override
    public Optional<DataKey> newestDataKey(KeyOwner owner) {
        reads.incrementAndGet();
        Optional<DataKey> newest = shelf.newestDataKey(owner).map(dataKeysSeen);
        afterReadingNewest.run();
        return newest;
    }

    @Override
    public List<DataKey> newestDataKeys(Set<KeyOwner> owners) {
        reads.incrementAndGet();
        return shelf.newestDataKeys(owners).stream().map(dataKeysSeen).toList();
    }

    @Override
    public Optional<DataKey> dataKey(KeyOwner owner, int number) {
        reads.incrementAndGet();
        return shelf.dataKey(owner, number).map(dataKeysSeen);
    }

    @Override
    public boolean add(DataKey key) {
        writeAttempts.incrementAndGet();
        return counted(dataKeysAdded, shelf.add(key));
    }

    @Override
    public void destroyDataKeys(KeyOwner owner) {
        writeAttempts.incrementAndGet();
        shelf.destroyDataKeys(owner);
    }

    private static boolean counted(AtomicInteger counter, boolean added) {
        if (added) {
            counter.incrementAndGet();
        }
        return added;
    }
}
