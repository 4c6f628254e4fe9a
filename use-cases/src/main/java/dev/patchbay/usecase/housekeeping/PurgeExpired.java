package dev.patchbay.usecase.housekeeping;

import dev.patchbay.domain.attempt.Attempt;
import dev.patchbay.port.account.Merges;
import dev.patchbay.port.attempt.Attempts;
import dev.patchbay.port.clientapp.OwnApps;
import dev.patchbay.port.clientapp.Seats;
import dev.patchbay.port.connection.RenewalCounts;
import dev.patchbay.port.connection.Upkeep;
import dev.patchbay.port.session.Sessions;
import dev.patchbay.usecase.connection.ReplaceAccount;
import dev.patchbay.usecase.refresh.RefreshRules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Removes what is over: attempts, handoffs, sessions, grants that waited for a yes in vain, refresh tokens of connections that
 * ended too long ago to be undone, secrets of apps that were replaced a while ago, offers
 * of seats that nobody took, proofs of second accounts that nobody used, and counts of renewals. Several processes may do so at once.
 */
public final class PurgeExpired {
    /** Ended sessions stay visible to support for a while. */
    private static final Duration KEEP_SESSIONS = Duration.ofDays(7);

    private final Attempts attempts;
    private final Sessions sessions;
    private final ReplaceAccount replaceAccount;
    private final Upkeep upkeep;
    private final OwnApps ownApps;
    private final Seats seats;
    private final Merges merges;
    private final RenewalCounts renewalCounts;
    private final Clock clock;

    public PurgeExpired(
            Attempts attempts,
            Sessions sessions,
            ReplaceAccount replaceAccount,
            Upkeep upkeep,
            OwnApps ownApps,
            Seats seats,
            Merges merges,
            RenewalCounts renewalCounts,
            Clock clock) {
        this.attempts = attempts;
        this.sessions = sessions;
        this.replaceAccount = replaceAccount;
        this.upkeep = upkeep;
        this.ownApps = ownApps;
        this.seats = seats;
        this.merges = merges;
        this.renewalCounts = renewalCounts;
        this.clock = clock;
    }

    /**
     * Removes a bounded number of each.
     *
     * @return how many went
     */
    public int purge() {
        Instant now = clock.instant();
        // A handoff parked at an attempt's last moment needs it for as long again.
        return attempts.purge(now.minus(Attempt.LIFE))
                + sessions.purge(now.minus(KEEP_SESSIONS))
                + replaceAccount.giveUpExpired()
                + ownApps.forgetPreviousSecrets(now)
                + seats.forgetOver(now)
                + merges.purge(now)
                + renewalCounts.purge(now.minus(Duration.ofDays(RenewalCounts.KEPT_DAYS)))
                + upkeep.forgetDead(now.minus(RefreshRules.KEEP_DEAD));
    }
}
