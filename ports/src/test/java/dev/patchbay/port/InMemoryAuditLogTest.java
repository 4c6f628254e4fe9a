package dev.patchbay.port;

import dev.patchbay.port.activity.AuditLogContract;

class InMemoryAuditLogTest extends AuditLogContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
