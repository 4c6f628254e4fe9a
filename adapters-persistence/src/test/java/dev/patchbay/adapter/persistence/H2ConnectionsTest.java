package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.connection.ConnectionsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class H2ConnectionsTest extends ConnectionsContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onH2();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
