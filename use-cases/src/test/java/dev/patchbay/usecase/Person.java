package dev.patchbay.usecase;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.session.SessionClaim;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.port.Fixtures;

/** Somebody with an account who is signed in. */
public record Person(Account account, Session session) {

    public SessionClaim claim() {
        return Fixtures.claimOf(session);
    }

    public SignedIn in() {
        return session.admit(claim(), session.startedAt()).orElseThrow();
    }

    /** What this person is called outside. */
    public String outside() {
        return "outside-" + account.id();
    }
}
