package dev.patchbay.domain.merge;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.session.SessionId;
import java.time.Duration;
import java.time.Instant;

/**
 * Somebody who is signed in to one account signed in to another as well. It allows to merge the two, once and from that session only.
 *
 * @param account whose session it is
 * @param other the account that was proven besides
 * @param until when it is over
 */
public record MergeProof(AccountId account, SessionId session, AccountId other, Instant until) {
    /** How long a person may look at what would happen. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    public MergeProof {
        if (account.equals(other)) {
            throw new IllegalArgumentException("an account is not merged with itself");
        }
    }

    /** That account of the two which {@code kept} is not. */
    public AccountId besides(AccountId kept) {
        return kept.equals(account) ? other : account;
    }
}
