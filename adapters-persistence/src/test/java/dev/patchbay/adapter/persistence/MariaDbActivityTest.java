package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.activity.ActivityContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbActivityTest extends ActivityContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onMariaDb();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
