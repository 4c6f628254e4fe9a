package dev.patchbay.port;

import dev.patchbay.port.certificate.CertificateOrdersContract;

class InMemoryCertificateOrdersTest extends CertificateOrdersContract {

    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected Stores stores() {
        return store;
    }
}
