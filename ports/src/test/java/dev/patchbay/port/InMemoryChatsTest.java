package dev.patchbay.port;

import dev.patchbay.port.chat.ChatsContract;

class InMemoryChatsTest extends ChatsContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
