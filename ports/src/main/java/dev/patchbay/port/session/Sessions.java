package dev.patchbay.port.session;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.session.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where sessions are kept. Safe for many threads and processes; what one process ended, all see ended at once. */
public interface Sessions {
    void start(Session session);

    /** Ended ones included, while they are kept. */
    Optional<Session> find(SessionId id);

    /** Those alive at that time, newest first. */
    List<Session> alive(AccountId account, Instant now);

    /** All of the account that are kept, ended ones included, newest first. */
    List<Session> of(AccountId account);

    /** Ends the account's session with that id. @return false when it has none such alive */
    boolean end(AccountId account, SessionId id, Instant now);

    /** Ends all of the account's sessions but the given one, if any. @return how many were ended */
    int endAll(AccountId account, Optional<SessionId> except, Instant now);

    /** Removes what ended or expired before that time, a bounded number at a time. @return how many */
    int purge(Instant before);
}
