package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.chat.ConsentEndsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbConsentEndsTest extends ConsentEndsContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onMariaDb();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
