package dev.patchbay.port.connection;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.connection.ParkedGrant;
import dev.patchbay.domain.provider.ProviderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where grants of a different outside account wait for a yes: one for each account and platform. Safe for many threads and
 * processes; each method is atomic.
 */
public interface ParkedGrants {
    /** Parks it, in place of an earlier one. @return the earlier one, which nobody keeps any more */
    Optional<ParkedGrant> park(ParkedGrant grant);

    /** The one that waits; empty when there is none or its time is over. */
    Optional<ParkedGrant> find(AccountId account, ProviderId platform, Instant now);

    /** Takes it away. @return false when it was not there any more: somebody else took it */
    boolean take(ParkedGrant grant);

    /** Some whose time is over, at most 100. */
    List<ParkedGrant> expired(Instant now);
}
