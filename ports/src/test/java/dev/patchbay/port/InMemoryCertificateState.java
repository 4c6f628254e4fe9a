package dev.patchbay.port;

import dev.patchbay.domain.certificate.AuthorityId;
import dev.patchbay.domain.certificate.CertificateId;
import dev.patchbay.domain.certificate.Challenge;
import dev.patchbay.domain.certificate.ChallengeToken;
import dev.patchbay.domain.certificate.KeptCertificate;
import dev.patchbay.domain.certificate.OrderHistory;
import dev.patchbay.domain.certificate.OrderLease;
import dev.patchbay.domain.connection.Held;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What {@link InMemoryState} keeps of certificates. Touched only inside its {@code act}. */
final class InMemoryCertificateState {

    /** Who orders, and how it went. */
    record Ordering(long fence, Optional<Held> held, OrderHistory history) {
        static final Ordering NONE = new Ordering(0, Optional.empty(), OrderHistory.none());
    }

    final Map<CertificateId, KeptCertificate> certificates = new HashMap<>();
    final Map<CertificateId, Ordering> orders = new HashMap<>();
    final Map<AuthorityId, Instant> rests = new HashMap<>();
    final Map<ChallengeToken, Challenge> challenges = new HashMap<>();

    Ordering order(CertificateId id) {
        return orders.getOrDefault(id, Ordering.NONE);
    }

    boolean isHeld(OrderLease lease, Instant now) {
        Ordering order = order(lease.id());
        return order.fence() == lease.fence()
                && order.held().filter(held -> now.isBefore(held.until())).isPresent();
    }
}
