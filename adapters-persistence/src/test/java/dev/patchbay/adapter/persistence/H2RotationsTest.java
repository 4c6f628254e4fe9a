package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.provider.RotationsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class H2RotationsTest extends RotationsContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onH2();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
