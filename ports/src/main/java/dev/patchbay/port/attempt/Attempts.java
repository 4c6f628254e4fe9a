package dev.patchbay.port.attempt;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.attempt.Attempt;
import dev.patchbay.domain.vault.Fingerprint;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Where pending authorization round trips are kept. Safe for many threads and processes; each method is atomic. */
public interface Attempts {
    void add(Attempt attempt);

    /**
     * Uses the attempt up, in one conditional write. Of any number of callers at most one gets it, ever.
     *
     * @return empty when there is none, it was used, or it has expired
     */
    Optional<Attempt> consume(Fingerprint state, Instant now);

    /** A used attempt, until it expires: for the handoff that ends it. */
    Optional<Attempt> consumed(UUID id, Instant now);

    /** Removes all attempts of that account, with their handoffs: whatever is pending comes to nothing. @return how many */
    int drop(AccountId account);

    /** Removes what expired before that time, with its handoffs, a bounded number at a time. @return how many */
    int purge(Instant before);
}
