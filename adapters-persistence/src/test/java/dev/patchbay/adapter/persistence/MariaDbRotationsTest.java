package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.provider.RotationsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbRotationsTest extends RotationsContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onMariaDb();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
