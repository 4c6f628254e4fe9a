package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.chat.ChatOutboxContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbChatOutboxTest extends ChatOutboxContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onMariaDb();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
