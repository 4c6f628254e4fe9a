package dev.patchbay.port;

import dev.patchbay.port.activity.ActivityContract;

class InMemoryActivityTest extends ActivityContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
