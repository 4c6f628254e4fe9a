package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.activity.AuditLogContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbAuditLogTest extends AuditLogContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onMariaDb();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
