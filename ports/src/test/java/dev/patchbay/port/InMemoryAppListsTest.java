package dev.patchbay.port;

import dev.patchbay.port.clientapp.AppListsContract;

class InMemoryAppListsTest extends AppListsContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
