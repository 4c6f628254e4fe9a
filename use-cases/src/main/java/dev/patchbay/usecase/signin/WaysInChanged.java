package dev.patchbay.usecase.signin;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.session.SessionId;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.attempt.Attempts;
import dev.patchbay.port.session.Sessions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * What follows when an account gets a way in or loses one: whoever came in before, or began something, starts again. So nobody who was there
 * earlier stays unnoticed (the "unexpired session" and "unexpired change" of account pre-hijacking).
 */
public final class WaysInChanged {
    private final Sessions sessions;
    private final Attempts attempts;
    private final Activity activity;
    private final Clock clock;

    public WaysInChanged(Sessions sessions, Attempts attempts, Activity activity, Clock clock) {
        this.sessions = sessions;
        this.attempts = attempts;
        this.activity = activity;
        this.clock = clock;
    }

    /** Ends all sessions of the account but the one that made the change, and drops what is pending. */
    public void startOver(AccountId account, Optional<SessionId> changing) {
        Instant now = clock.instant();
        attempts.drop(account);
        int ended = sessions.endAll(account, changing, now);
        if (ended > 0) {
            activity.add(new Event(
                    account, Event.Kind.SESSION_ENDED, Optional.empty(), ended + " sessions: ways in changed", now));
        }
    }
}
