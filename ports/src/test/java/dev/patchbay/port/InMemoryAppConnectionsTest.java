package dev.patchbay.port;

import dev.patchbay.port.clientapp.AppConnectionsContract;

class InMemoryAppConnectionsTest extends AppConnectionsContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
