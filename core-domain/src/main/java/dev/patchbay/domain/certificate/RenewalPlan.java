package dev.patchbay.domain.certificate;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a certificate is to be renewed: in the window that its authority suggests, or when a third of its life is left, half of one that is shorter
 * than ten days. No fixed number of days, for lifetimes shrink.
 *
 * @param notBefore the beginning of its life
 * @param notAfter the end of its life, later than the beginning
 * @param window what the authority suggests; empty when it suggests nothing
 * @param draw drawn when the certificate came, and anew for another window
 */
public record RenewalPlan(Instant notBefore, Instant notAfter, Optional<RenewalWindow> window, Draw draw) {
    private static final Duration SHORT = Duration.ofDays(10);
    /** So much of its life at the most is the spread of those that nobody suggests a window for. */
    private static final int SPREAD = 50;
    /** With less than that share left, a window that is later does not count. */
    private static final int LATE = 20;

    private static final int URGENT = 50;

    public RenewalPlan {
        if (!notAfter.isAfter(notBefore)) {
            throw new IllegalArgumentException("a certificate ends after it begins");
        }
    }

    /** As it follows from the certificate alone, or with what its authority suggests. */
    public static RenewalPlan of(CertificateChain chain, Optional<RenewalWindow> window, Draw draw) {
        return new RenewalPlan(chain.notBefore(), chain.notAfter(), window, draw);
    }

    /** When it is due. */
    public Instant renewAt() {
        return window.map(suggested -> earlier(suggested.at(draw), notAfter.minus(life().dividedBy(LATE))))
                .orElseGet(this::byShare);
    }

    private Instant byShare() {
        Duration left = life().compareTo(SHORT) < 0 ? life().dividedBy(2) : life().dividedBy(3);
        return notAfter.minus(left).minus(draw.of(life().dividedBy(SPREAD)));
    }

    /** Whether it is due. */
    public boolean isDue(Instant now) {
        return !now.isBefore(renewAt()) || isUrgent(now);
    }

    /** Whether so little is left that nothing speaks against another try but the authority's own limits: less than a fiftieth. */
    public boolean isUrgent(Instant now) {
        return Duration.between(now, notAfter).compareTo(life().dividedBy(URGENT)) < 0;
    }

    private Duration life() {
        return Duration.between(notBefore, notAfter);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
