package dev.patchbay.adapter.web.tls;

import dev.patchbay.domain.certificate.CertificateAlarm;
import dev.patchbay.domain.certificate.CertificateChain;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How the certificate of this process does, as it was when last looked at.
 *
 * @param shown to new connections
 * @param isPlaceholder whether what is shown was made here, because there is no certificate yet
 * @param lastAttempt when another was last tried to get; empty when never
 * @param nextAttempt when the next is tried, as far as is known
 * @param trouble why the last attempt brought none, in plain words; empty when there is none
 */
public record CertificateReport(
        CertificateChain shown,
        boolean isPlaceholder,
        Optional<Instant> lastAttempt,
        Optional<Instant> nextAttempt,
        Optional<String> trouble) {
    /** Whether there is one that is good. */
    public enum State {
        NONE,
        VALID,
        EXPIRED
    }

    /** Where it can be asked for. */
    @FunctionalInterface
    public interface Source {
        /** Asks nobody else. Empty when TLS ends elsewhere. */
        Optional<CertificateReport> report();
    }

    public State state(Instant now) {
        if (isPlaceholder) {
            return State.NONE;
        }
        return now.isBefore(shown.notAfter()) ? State.VALID : State.EXPIRED;
    }

    /** Whole days, rounded down: 0 on the last one, negative when it has ended. */
    public long daysLeft(Instant now) {
        return Math.floorDiv(
                Duration.between(now, shown.notAfter()).toSeconds(),
                Duration.ofDays(1).toSeconds());
    }

    /** What an operator should know of it; empty when all is well. */
    public Optional<CertificateAlarm> alarm(Instant now) {
        return CertificateAlarm.of(shown.notBefore(), shown.notAfter(), isPlaceholder, trouble, now);
    }
}
