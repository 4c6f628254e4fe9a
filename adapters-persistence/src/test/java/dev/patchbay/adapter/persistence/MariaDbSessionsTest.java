package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.session.SessionsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbSessionsTest extends SessionsContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onMariaDb();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
