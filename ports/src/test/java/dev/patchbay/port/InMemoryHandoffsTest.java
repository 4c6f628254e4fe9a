package dev.patchbay.port;

import dev.patchbay.port.attempt.HandoffsContract;

class InMemoryHandoffsTest extends HandoffsContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
