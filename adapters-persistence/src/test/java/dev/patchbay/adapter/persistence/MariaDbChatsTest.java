package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.chat.ChatsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbChatsTest extends ChatsContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onMariaDb();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
