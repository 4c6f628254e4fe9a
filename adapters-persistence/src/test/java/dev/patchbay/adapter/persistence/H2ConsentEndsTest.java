package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.chat.ConsentEndsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class H2ConsentEndsTest extends ConsentEndsContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onH2();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
