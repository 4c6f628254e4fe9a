package dev.patchbay.port.session;

import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.session.SessionClaim;
import dev.patchbay.domain.vault.Secret;
import java.util.Optional;

/** Turns sessions into tokens that clients carry, and back. Safe for many threads. */
public interface SessionTokens {
    /** A signed token that names the session and ends with it. */
    Secret issue(Session session);

    /**
     * What the token says, when signature, type, issuer, audience and times are right; empty otherwise, whatever the text.
     * It says nothing about whether the session was ended.
     */
    Optional<SessionClaim> verify(Secret token);
}
