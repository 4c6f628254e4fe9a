package dev.patchbay.usecase.refresh;

import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.connection.Upkeep;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Undoes false deaths: a platform that refused good grants for a while has ended connections that need not have ended. Their tokens
 * are kept sealed for 72 hours; this puts them back to work, and the sweep finds out which of them live.
 */
public final class ReviveConnections {
    private static final System.Logger LOG = System.getLogger(ReviveConnections.class.getName());

    private final Upkeep upkeep;
    private final Clock clock;

    public ReviveConnections(Upkeep upkeep, Clock clock) {
        this.upkeep = upkeep;
        this.clock = clock;
    }

    /**
     * Puts back to work what ended in that time.
     *
     * @param ended how long ago at most; 72 hours is as far as there are tokens
     * @return how many connections
     */
    public int revive(ProviderId platform, Duration ended) {
        Instant now = clock.instant();
        int revived = upkeep.revive(platform, now.minus(ended), now);
        LOG.log(Level.WARNING, "{0} connections to {1} that had ended are tried again", revived, platform);
        return revived;
    }
}
