package dev.patchbay.usecase.sim;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.session.SessionClaim;
import dev.patchbay.domain.session.SignedIn;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A person and the place of their one connection, with what the oracle remembers of its history. */
final class Slot {
    final int number;
    final Session session;

    /** Whose tokens are in the row, or were last. */
    Ledger.@Nullable Grant grant;

    /** How often tokens were written into the row so far. */
    long commits;

    /** Nothing from before this commit may be lent to anybody who asks from now on. */
    long floor;

    /** How often that was when the row was last removed. */
    long commitsAtRemoval;

    /** Whether the row says that the grant has ended, or is not there. */
    boolean ended;

    /** When it last said so; long ago if never. */
    long endedUntil = Long.MIN_VALUE;

    /** When a process, by name, last got the claim of the row. */
    final Map<String, Long> claimedAt = new HashMap<>();

    /** Whether anybody ever asked for the row to be removed. */
    boolean mayBeGone;

    Slot(int number, Session session) {
        this.number = number;
        this.session = session;
    }

    AccountId account() {
        return session.account();
    }

    SessionClaim claim() {
        return new SessionClaim(session.id(), session.account(), session.expiresAt());
    }

    SignedIn in() {
        return session.admit(claim(), session.startedAt()).orElseThrow();
    }

    /** What the person is called at the provider. */
    String outside() {
        return "outside-" + number;
    }

    @Override
    public String toString() {
        return "person " + number;
    }
}
