package dev.patchbay.adapter.vault;

import dev.patchbay.port.InMemoryStore;
import dev.patchbay.port.vault.TokenVault;
import dev.patchbay.port.vault.TokenVaultContract;

class EnvelopeVaultContractTest extends TokenVaultContract {
    private final TokenVault vault = Vaults.started(new InMemoryStore().keyShelf());

    @Override
    protected TokenVault vault() {
        return vault;
    }
}
