package dev.patchbay.usecase.session;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.session.SessionClaim;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.port.session.Sessions;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
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

    /** Those of one account's claims whose sessions live, by one look at the store, each with its proof. */
    public Map<SessionClaim, SignedIn> prove(AccountId account, Collection<SessionClaim> claims) {
        Instant now = clock.instant();
        Map<SessionClaim, SignedIn> proven = new HashMap<>();
        for (Session session : sessions.alive(account, now)) {
            claims.forEach(claim -> session.admit(claim, now).ifPresent(who -> proven.put(claim, who)));
        }
        return proven;
    }
}
