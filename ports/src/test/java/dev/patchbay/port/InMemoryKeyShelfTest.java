package dev.patchbay.port;

import dev.patchbay.port.vault.KeyShelfContract;

class InMemoryKeyShelfTest extends KeyShelfContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
