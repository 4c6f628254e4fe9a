package dev.patchbay.port.connection;

import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.Due;
import dev.patchbay.domain.connection.Held;
import dev.patchbay.domain.connection.Lease;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.connection.Unsettled;
import dev.patchbay.domain.provider.ProviderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The right to renew a connection, one process at a time. A claim is also the intent, written before the call. Safe for many
 * threads and processes; each method is one atomic compare-and-swap, one read, or one short transaction, and what it
 * acknowledged survives a crash.
 */
public interface Claims {
    /**
     * Who claims, and for how long.
     *
     * @param holder names the claiming process; see {@link Presence#me()}
     */
    record Claimant(String holder, Duration life) {}

    /**
     * Claims a connection: granted when it is at that version, is neither ended nor quarantined, and nobody has a claim, or
     * somebody has one that may be taken over. The claim is written before it returns, so it also proves that the store takes writes.
     *
     * @param mayTakeOver asked about a claim that is there, also when it ran out; called outside of any transaction
     */
    Optional<Lease> claim(ConnectionId id, long version, Claimant claimant, Predicate<Held> mayTakeOver, Instant now);

    /**
     * Claims connections of a platform that are due and that nobody has a claim on: the longest overdue first, passing over rows
     * that another process is claiming at this moment.
     *
     * @param dueBy due at that time or earlier
     * @param limit 1 to 500
     */
    List<Due> claimDue(ProviderId platform, Instant dueBy, Claimant claimant, int limit, Instant now);

    /**
     * Connections whose renewal is under way or was left without a known outcome, oldest attempt first; without those that wait
     * for a later try.
     */
    List<Unsettled> unsettled(int limit, Instant now);

    /** Gives a claim back; no call was made under it. A claim that somebody took over since is left alone. */
    void release(Lease lease);

    /** As {@link #release}, and makes the renewal due at that time instead. */
    void putOff(Lease lease, Instant until);

    /**
     * Writes how the connection stands and gives the claim back, if the claim is still held and the version is the same. A
     * waiting connection is due at its next try, an ended or quarantined one never.
     *
     * @param outcomeKnown false when the call may have used up the refresh token: the connection stays unsettled
     * @return false when the connection moved on, is gone, or was claimed by somebody else
     */
    boolean stand(Lease lease, Standing standing, boolean outcomeKnown);
}
