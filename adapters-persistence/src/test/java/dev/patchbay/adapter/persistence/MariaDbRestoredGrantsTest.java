package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.connection.RestoredGrantsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbRestoredGrantsTest extends RestoredGrantsContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onMariaDb();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
