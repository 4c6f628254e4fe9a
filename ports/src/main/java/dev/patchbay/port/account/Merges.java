package dev.patchbay.port.account;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.merge.Merge;
import dev.patchbay.domain.merge.MergeProof;
import dev.patchbay.domain.session.SessionId;
import java.time.Instant;
import java.util.Optional;

/** Where two accounts of one person become one. Safe for many threads and processes; each method is atomic. */
public interface Merges {
    /** What came of merging. */
    sealed interface Outcome {
        record Done() implements Outcome {}

        /** The proof was used, is over, or was withdrawn; nothing is changed. */
        record NotProven() implements Outcome {}

        /** Something is not as it was read (any more); nothing is changed, and it can be read again. */
        record Changed() implements Outcome {}

        /**
         * A connection that is concerned is being renewed, or its last renewal has no known outcome; nothing is changed.
         *
         * @param until when the claim on it runs out; empty when nobody has one
         */
        record Busy(Optional<Instant> until) implements Outcome {}
    }

    /** Keeps the proof, in place of an earlier one of the same account. @throws IllegalStateException when one of the accounts is gone */
    void prove(MergeProof proof);

    /** The proof that this session brought about; empty when there is none, it was used, or its time is over. */
    Optional<MergeProof> proven(AccountId account, SessionId session, Instant now);

    /** Forgets the proof of that session. @return false when there was none */
    boolean withdraw(AccountId account, SessionId session);

    /**
     * Does all of it or nothing: uses the proof up, moves and removes what the draft says, moves chats and what is noted of apps, ends the
     * sessions of both but the one that merges, drops the attempts of both, destroys the data keys of the account that ends, and ends it. Its
     * audit trail stays and takes further events. Everything is compared with what was read; nothing moves under a renewal.
     */
    Outcome merge(Merge merge, Instant now);

    /** The account that this one became part of, if it did. */
    Optional<AccountId> mergedInto(AccountId ended);

    /** Removes proofs that were over before that time, a bounded number at a time. @return how many */
    int purge(Instant before);
}
