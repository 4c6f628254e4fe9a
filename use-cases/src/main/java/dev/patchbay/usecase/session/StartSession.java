package dev.patchbay.usecase.session;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.session.SessionId;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.session.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Starts a session; always a new one, so that nothing known before signing in is worth anything after it. */
public final class StartSession {
    private final Sessions sessions;
    private final Activity activity;
    private final SecretSource secrets;
    private final Duration life;
    private final Clock clock;

    /** @param life how long a session lasts */
    public StartSession(Sessions sessions, Activity activity, SecretSource secrets, Duration life, Clock clock) {
        this.sessions = sessions;
        this.activity = activity;
        this.secrets = secrets;
        this.life = life;
        this.clock = clock;
    }

    public Session start(AccountId account, ProviderId via, String device) {
        Instant now = clock.instant();
        var session = new Session(
                new SessionId(secrets.nextId()), account, via, device, now, now.plus(life), Optional.empty());
        sessions.start(session);
        activity.add(new Event(account, Event.Kind.SIGNED_IN, Optional.of(via), session.device(), now));
        return session;
    }
}
