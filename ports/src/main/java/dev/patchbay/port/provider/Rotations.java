package dev.patchbay.port.provider;

import dev.patchbay.domain.provider.ProviderId;
import java.time.Instant;

/** Which platforms were seen to replace refresh tokens; remembered for good, by all processes. Safe for many threads. */
public interface Rotations {
    boolean wasSeen(ProviderId platform);

    /** Idempotent; the first sighting's time stays. */
    void note(ProviderId platform, Instant seenAt);
}
