package dev.patchbay.port;

import dev.patchbay.port.connection.ConnectionsContract;

class InMemoryConnectionsTest extends ConnectionsContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
