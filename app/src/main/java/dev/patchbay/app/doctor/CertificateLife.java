package dev.patchbay.app.doctor;

import dev.patchbay.domain.certificate.CertificateChain;
import java.time.Duration;
import java.time.Instant;

/** How long a good certificate is good for. */
final class CertificateLife {
    static final String NAME = "certificate";

    /** Authorities' are renewed when a third is left, so that less than a quarter means trouble. */
    private static final int LATE = 4;

    private CertificateLife() {}

    /** @param todo when it is late */
    static Finding of(CertificateChain chain, Instant now, String todo) {
        Duration left = Duration.between(now, chain.notAfter());
        String what = left.toDays() + " days are left, until " + chain.notAfter();
        return left.compareTo(chain.lifetime().dividedBy(LATE)) < 0
                ? Finding.warn(NAME, what, todo)
                : Finding.ok(NAME, what);
    }
}
