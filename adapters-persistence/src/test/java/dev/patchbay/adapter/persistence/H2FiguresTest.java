package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.operator.FiguresContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class H2FiguresTest extends FiguresContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onH2();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
