package dev.patchbay.port;

import dev.patchbay.port.connection.RenewalCountsContract;

class InMemoryRenewalCountsTest extends RenewalCountsContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
