package dev.patchbay.port;

import dev.patchbay.port.clientapp.AppConditionsContract;

class InMemoryAppConditionsTest extends AppConditionsContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
