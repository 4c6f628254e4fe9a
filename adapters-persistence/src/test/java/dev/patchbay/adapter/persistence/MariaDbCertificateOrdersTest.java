package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.certificate.CertificateOrdersContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbCertificateOrdersTest extends CertificateOrdersContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onMariaDb();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
