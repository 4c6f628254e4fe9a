package dev.patchbay.port;

import dev.patchbay.port.operator.FiguresContract;

class InMemoryFiguresTest extends FiguresContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
