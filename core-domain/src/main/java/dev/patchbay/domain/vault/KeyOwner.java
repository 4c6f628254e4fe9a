package dev.patchbay.domain.vault;

import dev.patchbay.domain.account.AccountId;

/** Whose data key seals a secret. Destroying an account's key makes every copy of its secrets unreadable. */
public sealed interface KeyOwner {
    /** An account's own data key. */
    record OfAccount(AccountId account) implements KeyOwner {}

    /** The service's own: secrets that belong to no account (yet), such as verifiers of a first sign-in. */
    record OfService() implements KeyOwner {}

    /** A stable name for rows and associated data. */
    default String name() {
        return switch (this) {
            case OfAccount(AccountId account) -> account.value();
            case OfService() -> "service";
        };
    }

    static KeyOwner of(AccountId account) {
        return new OfAccount(account);
    }

    static KeyOwner service() {
        return new OfService();
    }
}
