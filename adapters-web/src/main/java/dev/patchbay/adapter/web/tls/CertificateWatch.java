package dev.patchbay.adapter.web.tls;

/** Sees to it that connections are shown the certificate that they should be. */
public interface CertificateWatch {
    /**
     * Looks whether there is another one than the one that is shown, and shows it once it is proven. Whatever goes wrong, what is shown
     * stays. Costs little as long as nothing changed.
     *
     * @throws dev.patchbay.port.StoreUnavailable when it is kept in the store, and that does not answer
     */
    void look();
}
