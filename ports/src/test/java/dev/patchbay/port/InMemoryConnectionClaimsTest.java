package dev.patchbay.port;

import dev.patchbay.port.connection.ConnectionClaimsContract;

class InMemoryConnectionClaimsTest extends ConnectionClaimsContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
