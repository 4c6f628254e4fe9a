package dev.patchbay.port.attempt;

import dev.patchbay.domain.attempt.Handoff;
import dev.patchbay.domain.vault.Fingerprint;
import java.time.Instant;
import java.util.Optional;

/** Where parked authorization codes wait for their proof. Safe for many threads and processes; each method is atomic. */
public interface Handoffs {
    /** Keeps a handoff of an attempt that is kept. */
    void park(Handoff handoff);

    /**
     * Removes the handoff and returns it. Of any number of callers at most one gets it.
     *
     * @return empty when there is none, it was taken, or it has expired
     */
    Optional<Handoff> take(Fingerprint code, Instant now);
}
