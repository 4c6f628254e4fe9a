package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.vault.KeyTurnsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbKeyTurnsTest extends KeyTurnsContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onMariaDb();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
