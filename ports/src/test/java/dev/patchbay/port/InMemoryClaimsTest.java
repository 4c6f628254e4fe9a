package dev.patchbay.port;

import dev.patchbay.port.connection.ClaimsContract;

class InMemoryClaimsTest extends ClaimsContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
