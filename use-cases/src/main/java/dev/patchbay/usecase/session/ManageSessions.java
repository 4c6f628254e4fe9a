package dev.patchbay.usecase.session;

import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.session.SessionId;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.session.Sessions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shows where a person is signed in, and ends it; on every process at once. */
public final class ManageSessions {
    private final Sessions sessions;
    private final Activity activity;
    private final Clock clock;

    public ManageSessions(Sessions sessions, Activity activity, Clock clock) {
        this.sessions = sessions;
        this.activity = activity;
        this.clock = clock;
    }

    /** Newest first. */
    public List<Session> list(SignedIn who) {
        return sessions.alive(who.account(), clock.instant());
    }

    /** Ends the session that asks; from a chat there is none to end. */
    public void signOut(SignedIn who) {
        Instant now = clock.instant();
        if (who.session().filter(own -> sessions.end(who.account(), own, now)).isPresent()) {
            note(who, Event.Kind.SIGNED_OUT, "", now);
        }
    }

    /**
     * Ends one of the person's sessions.
     *
     * @return false when the person has no such session
     */
    public boolean end(SignedIn who, SessionId session) {
        Instant now = clock.instant();
        boolean ended = sessions.end(who.account(), session, now);
        if (ended) {
            note(who, Event.Kind.SESSION_ENDED, "one session", now);
        }
        return ended;
    }

    /** Ends all sessions, the asking one included. @return how many */
    public int endAll(SignedIn who) {
        Instant now = clock.instant();
        int ended = sessions.endAll(who.account(), Optional.empty(), now);
        note(who, Event.Kind.SESSION_ENDED, ended + " sessions", now);
        return ended;
    }

    private void note(SignedIn who, Event.Kind kind, String detail, Instant at) {
        activity.add(new Event(who.account(), kind, Optional.empty(), detail, at));
    }
}
