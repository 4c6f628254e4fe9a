package dev.patchbay.usecase.session;

import dev.patchbay.domain.session.SessionClaim;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.port.session.Sessions;
import java.time.Clock;
import java.util.Optional;

/** Asks the store whether a claimed session lives. The answer is the proof that other use cases demand. */
public final class ProveSession {
    private final Sessions sessions;
    private final Clock clock;

    public ProveSession(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    public Optional<SignedIn> prove(SessionClaim claim) {
        return sessions.find(claim.session()).flatMap(session -> session.admit(claim, clock.instant()));
    }
}
