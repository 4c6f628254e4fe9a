package dev.patchbay.port.connection;

import dev.patchbay.domain.provider.ProviderId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Connections that came back from a backup. Whoever is {@link dev.patchbay.domain.connection.Standing.Restored} cannot be claimed, so its refresh
 * token leaves the store for nobody. Safe for many threads and processes.
 */
public interface RestoredGrants {
    /**
     * Marks all connections that have a refresh token and have not ended, and takes their claims away. To be called before anything is
     * renewed.
     *
     * @param harmless platforms where showing an old refresh token costs nothing; theirs go on as usual
     * @return how many were marked
     */
    int hold(Set<ProviderId> harmless, Instant now);

    /**
     * They are as usual again, and due at once.
     *
     * @param platform empty for all
     * @return how many
     */
    int trust(Optional<ProviderId> platform, Instant now);
}
