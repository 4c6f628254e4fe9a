package dev.patchbay.adapter.vault;

import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.vault.WrappedKey;
import java.util.Optional;

/** A master key that counts how often it is asked to unwrap. */
final class CountingMaster implements MasterKey {
    int unwrapped;

    private final MasterKey master;

    CountingMaster(MasterKey master) {
        this.master = master;
    }

    @Override
    public String id() {
        return master.id();
    }

    @Override
    public String origin() {
        return master.origin();
    }

    @Override
    public WrappedKey wrap(Secret key, byte[] associatedData) {
        return master.wrap(key, associatedData);
    }

    @Override
    public Optional<Secret> unwrap(WrappedKey wrapped, byte[] associatedData) {
        unwrapped++;
        return master.unwrap(wrapped, associatedData);
    }
}
