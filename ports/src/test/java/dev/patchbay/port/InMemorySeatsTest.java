package dev.patchbay.port;

import dev.patchbay.port.clientapp.SeatsContract;

class InMemorySeatsTest extends SeatsContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
