package dev.patchbay.port;

import dev.patchbay.port.activity.TrailsContract;

class InMemoryTrailsTest extends TrailsContract {
    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
