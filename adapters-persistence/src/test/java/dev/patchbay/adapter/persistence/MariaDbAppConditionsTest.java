package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.clientapp.AppConditionsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbAppConditionsTest extends AppConditionsContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onMariaDb();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
