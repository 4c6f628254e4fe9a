package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.attempt.AttemptsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class H2AttemptsTest extends AttemptsContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onH2();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
