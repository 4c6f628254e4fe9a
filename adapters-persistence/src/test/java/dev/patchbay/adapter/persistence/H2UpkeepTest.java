package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.connection.UpkeepContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class H2UpkeepTest extends UpkeepContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onH2();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
