package dev.patchbay.port;

import dev.patchbay.port.chat.ChatUpdatesContract;

class InMemoryChatUpdatesTest extends ChatUpdatesContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
