package dev.patchbay.port;

import dev.patchbay.port.chat.BotDutyContract;

class InMemoryBotDutyTest extends BotDutyContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
