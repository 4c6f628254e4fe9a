package dev.patchbay.port;

import dev.patchbay.port.connection.LookUpContract;

class InMemoryLookUpTest extends LookUpContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
