package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.clientapp.AllowancesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbAllowancesTest extends AllowancesContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onMariaDb();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
