package dev.patchbay.port;

import dev.patchbay.port.account.MergesContract;

class InMemoryMergesTest extends MergesContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
