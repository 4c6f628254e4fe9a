package dev.patchbay.domain.session;

import dev.patchbay.domain.account.AccountId;

/**
 * Proof that a living session was seen for this request. Only {@link Session#admit} makes one, so a use case that asks for
 * it cannot be called for an ended session.
 */
public final class SignedIn {
    private final Session session;

    SignedIn(Session session) {
        this.session = session;
    }

    public AccountId account() {
        return session.account();
    }

    public SessionId session() {
        return session.id();
    }

    @Override
    public String toString() {
        return "signed in as " + account();
    }
}
