package dev.patchbay.domain.certificate;

import java.time.Duration;
import java.time.Instant;

/**
 * The right to order a certificate, held by one process for a while.
 *
 * @param fence grows with every lease of this certificate
 * @param until when it runs out
 */
public record OrderLease(CertificateId id, long fence, Instant until) {
    /** Longer than one order at one authority takes, and so the longest that a crash delays the next try. */
    public static final Duration LIFE = Duration.ofMinutes(6);
}
