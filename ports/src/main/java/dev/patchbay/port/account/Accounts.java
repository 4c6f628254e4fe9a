package dev.patchbay.port.account;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.account.DisplayName;
import dev.patchbay.domain.account.Language;
import dev.patchbay.domain.signin.SignInMethod;
import java.util.Optional;

/** Where accounts are kept. Safe for many threads and processes; each method is atomic. */
public interface Accounts {
    Optional<Account> find(AccountId id);

    /**
     * Adds an account together with its first sign-in method, or neither.
     *
     * @return false when that identity is linked to an account already; nothing is written then
     */
    boolean open(Account account, SignInMethod first);

    /**
     * Changes what a person is called.
     *
     * @return the account as it is now; empty when there is none
     */
    Optional<Account> rename(AccountId id, DisplayName name);

    /**
     * Keeps what a person chose to be spoken to in.
     *
     * @return the account as it is now; empty when there is none
     */
    Optional<Account> speak(AccountId id, Language language);

    /** Removes the account and every row that belongs to it. Idempotent. */
    void erase(AccountId id);
}
