package dev.patchbay.port.certificate;

import dev.patchbay.domain.certificate.CertificateName;
import dev.patchbay.domain.certificate.Challenge;
import dev.patchbay.domain.certificate.OrderFailure.Obstacle;

/** Asks for a challenge as a certificate authority would, from here. Takes seconds; never throws for what happens there. Safe for many threads. */
public interface ReachesItself {
    /** Whether its answer is found by that name, at each of its addresses. */
    Reach reach(CertificateName name, Challenge challenge);

    /** What came of it. */
    sealed interface Reach {
        record Reached() implements Reach {}

        /** @param detail in plain words, with what to do */
        record Missed(Obstacle obstacle, String detail) implements Reach {}
    }
}
