package dev.patchbay.port;

import dev.patchbay.port.clientapp.OwnAppsContract;

class InMemoryOwnAppsTest extends OwnAppsContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
