package dev.patchbay.port;

import dev.patchbay.port.provider.RotationsContract;

class InMemoryRotationsTest extends RotationsContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
