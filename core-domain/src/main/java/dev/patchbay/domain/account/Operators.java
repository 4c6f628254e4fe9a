package dev.patchbay.domain.account;

import java.util.Set;

/** Who looks after the service: told in their chats, and on the page, how it does. It gives them no power over other people's accounts. */
public record Operators(Set<AccountId> accounts) {
    public Operators {
        accounts = Set.copyOf(accounts);
    }

    public boolean include(AccountId account) {
        return accounts.contains(account);
    }
}
