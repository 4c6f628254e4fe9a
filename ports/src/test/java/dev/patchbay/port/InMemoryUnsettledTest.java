package dev.patchbay.port;

import dev.patchbay.port.connection.UnsettledContract;

class InMemoryUnsettledTest extends UnsettledContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
