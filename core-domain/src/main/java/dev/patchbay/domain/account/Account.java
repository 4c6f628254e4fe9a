package dev.patchbay.domain.account;

import java.time.Instant;

/** A person here. */
public record Account(AccountId id, DisplayName displayName, Instant createdAt) {
    public Account renamed(DisplayName name) {
        return new Account(id, name, createdAt);
    }
}
