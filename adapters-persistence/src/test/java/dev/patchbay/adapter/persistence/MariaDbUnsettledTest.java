package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.connection.UnsettledContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbUnsettledTest extends UnsettledContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onMariaDb();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
