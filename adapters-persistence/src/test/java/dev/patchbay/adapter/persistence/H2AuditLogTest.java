package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.activity.AuditLogContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class H2AuditLogTest extends AuditLogContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onH2();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
