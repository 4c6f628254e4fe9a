package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.chat.ChatSignInsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbChatSignInsTest extends ChatSignInsContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onMariaDb();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
