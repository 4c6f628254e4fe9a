package dev.patchbay.port;

import dev.patchbay.port.connection.ParkedGrantsContract;

class InMemoryParkedGrantsTest extends ParkedGrantsContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
