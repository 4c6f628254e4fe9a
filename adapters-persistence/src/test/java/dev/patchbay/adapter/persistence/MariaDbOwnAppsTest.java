package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.clientapp.OwnAppsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbOwnAppsTest extends OwnAppsContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onMariaDb();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
