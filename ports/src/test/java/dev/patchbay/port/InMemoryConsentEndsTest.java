package dev.patchbay.port;

import dev.patchbay.port.chat.ConsentEndsContract;

class InMemoryConsentEndsTest extends ConsentEndsContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
