package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.attempt.AttemptsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbAttemptsTest extends AttemptsContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onMariaDb();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
