package dev.patchbay.port;

import dev.patchbay.port.vault.KeyTurnsContract;

class InMemoryKeyTurnsTest extends KeyTurnsContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
