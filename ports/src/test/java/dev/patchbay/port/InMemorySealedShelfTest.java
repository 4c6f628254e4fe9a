package dev.patchbay.port;

import dev.patchbay.port.vault.SealedShelfContract;

class InMemorySealedShelfTest extends SealedShelfContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
