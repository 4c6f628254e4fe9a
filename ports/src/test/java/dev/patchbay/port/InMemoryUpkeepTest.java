package dev.patchbay.port;

import dev.patchbay.port.connection.UpkeepContract;

class InMemoryUpkeepTest extends UpkeepContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
