package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.vault.KeyShelfContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class H2KeyShelfTest extends KeyShelfContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onH2();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
