package dev.patchbay.usecase.housekeeping;

import dev.patchbay.domain.attempt.Attempt;
import dev.patchbay.port.attempt.Attempts;
import dev.patchbay.port.session.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Removes attempts, handoffs and sessions that are over. Several processes may do so at once. */
public final class PurgeExpired {
    /** Ended sessions stay visible to support for a while. */
    private static final Duration KEEP_SESSIONS = Duration.ofDays(7);

    private final Attempts attempts;
    private final Sessions sessions;
    private final Clock clock;

    public PurgeExpired(Attempts attempts, Sessions sessions, Clock clock) {
        this.attempts = attempts;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Removes a bounded number of each.
     *
     * @return how many rows went
     */
    public int purge() {
        Instant now = clock.instant();
        // A handoff parked at an attempt's last moment needs it for as long again.
        return attempts.purge(now.minus(Attempt.LIFE)) + sessions.purge(now.minus(KEEP_SESSIONS));
    }
}
