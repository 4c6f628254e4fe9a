package dev.patchbay.port;

import dev.patchbay.port.connection.RestoredGrantsContract;

class InMemoryRestoredGrantsTest extends RestoredGrantsContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
