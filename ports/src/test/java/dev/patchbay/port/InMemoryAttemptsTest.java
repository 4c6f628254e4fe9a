package dev.patchbay.port;

import dev.patchbay.port.attempt.AttemptsContract;

class InMemoryAttemptsTest extends AttemptsContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
