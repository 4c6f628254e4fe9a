package dev.patchbay.port;

import dev.patchbay.port.chat.ChatLinksContract;

class InMemoryChatLinksTest extends ChatLinksContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
