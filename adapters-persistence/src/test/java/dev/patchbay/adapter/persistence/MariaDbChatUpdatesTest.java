package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.chat.ChatUpdatesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbChatUpdatesTest extends ChatUpdatesContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onMariaDb();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
