package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.operator.FiguresContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbFiguresTest extends FiguresContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onMariaDb();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
