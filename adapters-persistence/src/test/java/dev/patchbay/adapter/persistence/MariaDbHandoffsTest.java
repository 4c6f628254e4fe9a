package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.attempt.HandoffsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbHandoffsTest extends HandoffsContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onMariaDb();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
