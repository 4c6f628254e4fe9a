package dev.patchbay.port.certificate;

import dev.patchbay.domain.certificate.AuthorityId;
import dev.patchbay.domain.certificate.CertificateId;
import dev.patchbay.domain.certificate.OrderHistory;
import dev.patchbay.domain.certificate.OrderLease;
import dev.patchbay.domain.connection.Held;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** Who orders a certificate, and how it went. Safe for many threads and processes; each method is atomic. */
public interface CertificateOrders {
    /**
     * Takes the right to order, of any number of callers one.
     *
     * @param holder names the process, at most 64 characters; see {@link dev.patchbay.port.connection.Presence#me()}
     * @param mayTakeOver asked about a lease that somebody has and that has not run out; called outside of any transaction
     * @return empty when somebody else has it
     */
    Optional<OrderLease> take(CertificateId id, String holder, Instant now, Instant until, Predicate<Held> mayTakeOver);

    /** Prolongs one's own. @return empty when it was somebody else's by now, or has run out */
    Optional<OrderLease> prolong(OrderLease lease, Instant now, Instant until);

    /** Gives it back; one that somebody else took since is left alone. */
    void release(OrderLease lease);

    /** How orders went; {@link OrderHistory#none()} before the first one. */
    OrderHistory history(CertificateId id);

    /** Writes how orders went. @return false, and nothing is changed, when the lease was somebody else's by now or has run out */
    boolean note(OrderLease lease, OrderHistory history, Instant now);

    /** Lets the next try be made now, whoever has the lease. */
    void hurry(CertificateId id);

    /** Notes that an authority is not to be asked before then; a later time that was noted before stays. */
    void rest(AuthorityId authority, Instant until);

    /** Until when it is not to be asked; empty when it may be now. */
    Optional<Instant> restsUntil(AuthorityId authority, Instant now);
}
