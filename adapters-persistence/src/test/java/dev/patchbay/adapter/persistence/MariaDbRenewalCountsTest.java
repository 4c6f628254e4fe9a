package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.connection.RenewalCountsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbRenewalCountsTest extends RenewalCountsContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onMariaDb();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
