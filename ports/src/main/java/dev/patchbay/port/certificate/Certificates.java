package dev.patchbay.port.certificate;

import dev.patchbay.domain.certificate.CertificateId;
import dev.patchbay.domain.certificate.KeptCertificate;
import dev.patchbay.domain.certificate.OrderLease;
import dev.patchbay.domain.certificate.RenewalTiming;
import java.time.Instant;
import java.util.Optional;

/** The certificates that are served, one for each id. Safe for many threads and processes; each method is atomic. */
public interface Certificates {
    /** The one that is to be served. */
    Optional<KeptCertificate> current(CertificateId id);

    /** Its version, 0 when there is none: for those who look often. */
    long version(CertificateId id);

    /**
     * Puts it in the place of the one before, whose key is gone with that.
     *
     * @return false, and nothing is changed, when the lease was somebody else's by now or has run out, or the present version is not the
     *     one just before
     */
    boolean replace(KeptCertificate next, OrderLease lease, Instant now);

    /**
     * Puts off until then to ask about this version's renewal. Of any number of callers one gets to ask.
     *
     * @return false when it was not due to be asked about, or is another version
     */
    boolean takeAsking(CertificateId id, long version, Instant now, Instant next);

    /** Keeps what is known about renewing that version. @return false when it is another version by now */
    boolean note(CertificateId id, long version, RenewalTiming timing);
}
