package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.vault.SealedRowsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class H2SealedRowsTest extends SealedRowsContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onH2();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
