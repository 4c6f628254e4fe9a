package dev.patchbay.domain.certificate;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody should look at the certificate: what happens by itself has not happened.
 *
 * @param notAfter when the one that is shown ends
 * @param trouble why the last attempt brought none, in plain words; empty when that is not known
 */
public record CertificateAlarm(Urgency urgency, Instant notAfter, Optional<String> trouble) {
    private static final Duration LATE_AT_MOST = Duration.ofDays(14);
    private static final Duration SOON_AT_MOST = Duration.ofDays(3);

    /** How much of a hurry there is. */
    public enum Urgency {
        /** There is none yet, and one could not be had. */
        MISSING,
        /** It should have been renewed, for a quarter of its life is left, or two weeks where that is less. */
        LATE,
        /** It ends soon: a tenth of its life is left, or three days where that is less. */
        SOON,
        /** It has ended. */
        ENDED
    }

    /**
     * What there is to say about a certificate.
     *
     * @param notBefore when the one that is shown begins
     * @param notAfter when it ends
     * @param isPlaceholder whether it was made here because there is none yet
     * @return empty when nothing is wrong, or not yet
     */
    public static Optional<CertificateAlarm> of(
            Instant notBefore, Instant notAfter, boolean isPlaceholder, Optional<String> trouble, Instant now) {
        Optional<Urgency> urgency = isPlaceholder
                ? trouble.map(_ -> Urgency.MISSING)
                : urgency(Duration.between(now, notAfter), Duration.between(notBefore, notAfter));
        return urgency.map(one -> new CertificateAlarm(one, notAfter, trouble));
    }

    private static Optional<Urgency> urgency(Duration left, Duration lifetime) {
        if (!left.isPositive()) {
            return Optional.of(Urgency.ENDED);
        }
        if (left.compareTo(shorter(lifetime.dividedBy(10), SOON_AT_MOST)) <= 0) {
            return Optional.of(Urgency.SOON);
        }
        return left.compareTo(shorter(lifetime.dividedBy(4), LATE_AT_MOST)) <= 0
                ? Optional.of(Urgency.LATE)
                : Optional.empty();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
