package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.vault.SealedRowsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbSealedRowsTest extends SealedRowsContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onMariaDb();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
