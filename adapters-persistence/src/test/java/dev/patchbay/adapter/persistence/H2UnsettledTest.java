package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.connection.UnsettledContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class H2UnsettledTest extends UnsettledContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onH2();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
