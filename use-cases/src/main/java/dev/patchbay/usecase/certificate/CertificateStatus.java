package dev.patchbay.usecase.certificate;

import dev.patchbay.domain.certificate.AuthorityId;
import dev.patchbay.domain.certificate.CertificateNames;
import dev.patchbay.domain.certificate.OrderFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How the certificate does, for health, metrics and people.
 *
 * @param names what it has to vouch for
 * @param present the one that is served; empty when there is none yet
 * @param lastAttempt when something was last tried, empty before the first time
 * @param lastFailure why that brought none; empty when it did
 * @param nextAttempt when the next one is tried, as far as is known now; never in the past
 */
public record CertificateStatus(
        CertificateNames names,
        Optional<Present> present,
        Optional<Instant> lastAttempt,
        Optional<OrderFailure.Note> lastFailure,
        Instant nextAttempt) {
    /**
     * The one that is there.
     *
     * @param left until it ends; negative when it has
     * @param covers whether it vouches for all names
     */
    public record Present(long version, AuthorityId issuer, Instant notAfter, Duration left, boolean covers) {
        /** Whole days, rounded down: 0 on the last one, negative when it has ended. */
        public long daysLeft() {
            return Math.floorDiv(left.getSeconds(), Duration.ofDays(1).toSeconds());
        }
    }
}
