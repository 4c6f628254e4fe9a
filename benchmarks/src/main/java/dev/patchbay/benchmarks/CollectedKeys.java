package dev.patchbay.benchmarks;

import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.port.vault.DataKey;
import dev.patchbay.port.vault.KeyShelf;
import dev.patchbay.port.vault.VaultKey;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lets the vault make data keys for many new accounts without a write for each: while a thread collects, the keys it has made are
 * put on a list, for the caller to write together. Everybody else gets the shelf as it is.
 */
@Singleton
final class CollectedKeys implements BeanCreatedEventListener<KeyShelf> {
    private final ThreadLocal<List<DataKey>> collected = new ThreadLocal<>();

    /** Runs the work, which is all about accounts without a key. @return the keys that were made */
    List<DataKey> during(Runnable work) {
        List<DataKey> keys = new ArrayList<>();
        collected.set(keys);
        try {
            work.run();
        } finally {
            collected.remove();
        }
        return keys;
    }

    @Override
    public KeyShelf onCreated(BeanCreatedEvent<KeyShelf> event) {
        return new Shelf(event.getBean());
    }

    private final class Shelf implements KeyShelf {
        private final KeyShelf shelf;

        Shelf(KeyShelf shelf) {
            this.shelf = shelf;
        }

        @Override
        public List<VaultKey> vaultKeys() {
            return shelf.vaultKeys();
        }

        @Override
        public boolean add(VaultKey key) {
            return shelf.add(key);
        }

        @Override
        public Optional<DataKey> newestDataKey(KeyOwner owner) {
            return collected.get() == null ? shelf.newestDataKey(owner) : Optional.empty();
        }

        @Override
        public List<DataKey> newestDataKeys(Set<KeyOwner> owners) {
            return shelf.newestDataKeys(owners);
        }

        @Override
        public Optional<DataKey> dataKey(KeyOwner owner, int number) {
            return shelf.dataKey(owner, number);
        }

        @Override
        public boolean add(DataKey key) {
            List<DataKey> keys = collected.get();
            return keys == null ? shelf.add(key) : keys.add(key);
        }

        @Override
        public void destroyDataKeys(KeyOwner owner) {
            shelf.destroyDataKeys(owner);
        }
    }
}
