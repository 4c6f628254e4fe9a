package dev.patchbay.port;

import dev.patchbay.port.vault.VaultReader;
import dev.patchbay.port.vault.VaultReaders;
import java.util.List;

final class InMemoryVaultReaders implements VaultReaders {

    private final InMemoryState state;

    InMemoryVaultReaders(InMemoryState state) {
        this.state = state;
    }

    @Override
    public void note(VaultReader reader) {
        state.run(() -> state.vaultReaders.put(reader.process(), reader));
    }

    @Override
    public List<VaultReader> all() {
        return state.act(() -> List.copyOf(state.vaultReaders.values()));
    }

    @Override
    public void forget(String process) {
        state.run(() -> state.vaultReaders.remove(process));
    }
}
