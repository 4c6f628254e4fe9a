package dev.patchbay.port;

import dev.patchbay.port.chat.ChatSignInsContract;

class InMemoryChatSignInsTest extends ChatSignInsContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
