package dev.patchbay.port;

import dev.patchbay.port.clientapp.AllowancesContract;

class InMemoryAllowancesTest extends AllowancesContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
