package dev.patchbay.port;

import dev.patchbay.port.chat.ChatOutboxContract;

class InMemoryChatOutboxTest extends ChatOutboxContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
