package dev.patchbay.port;

import dev.patchbay.port.certificate.CertificatesContract;

class InMemoryCertificatesTest extends CertificatesContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
