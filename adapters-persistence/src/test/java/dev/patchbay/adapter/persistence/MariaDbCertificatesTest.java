package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.certificate.CertificatesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbCertificatesTest extends CertificatesContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onMariaDb();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
