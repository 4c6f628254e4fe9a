package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.clientapp.AppListsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbAppListsTest extends AppListsContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onMariaDb();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
