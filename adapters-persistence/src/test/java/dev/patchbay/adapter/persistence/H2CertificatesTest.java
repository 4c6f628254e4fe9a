package dev.patchbay.adapter.persistence;

import dev.patchbay.port.Stores;
import dev.patchbay.port.certificate.CertificatesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class H2CertificatesTest extends CertificatesContract {

    @RegisterExtension
    static final Schema SCHEMA = Schema.onH2();

    @Override
    protected Stores stores() {
        return SCHEMA.stores();
    }
}
