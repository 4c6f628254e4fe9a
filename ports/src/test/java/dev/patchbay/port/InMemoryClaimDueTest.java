package dev.patchbay.port;

import dev.patchbay.port.connection.ClaimDueContract;

class InMemoryClaimDueTest extends ClaimDueContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
