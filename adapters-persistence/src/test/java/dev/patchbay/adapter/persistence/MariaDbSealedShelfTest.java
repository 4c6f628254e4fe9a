package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.vault.SealedShelfContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbSealedShelfTest extends SealedShelfContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onMariaDb();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
