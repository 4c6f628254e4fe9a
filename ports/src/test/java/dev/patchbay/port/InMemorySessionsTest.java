package dev.patchbay.port;

import dev.patchbay.port.session.SessionsContract;

class InMemorySessionsTest extends SessionsContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
