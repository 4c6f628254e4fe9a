package dev.patchbay.port;

import dev.patchbay.port.vault.SealedRowsContract;

class InMemorySealedRowsTest extends SealedRowsContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
