package dev.patchbay.domain.account;

import java.time.Instant;
import java.util.Optional;

/**
 * A person here.
 *
 * @param language what they chose to be spoken to in; empty when they never chose
 */
public record Account(AccountId id, DisplayName displayName, Instant createdAt, Optional<Language> language) {
    /** A new one, which chose nothing yet. */
    public Account(AccountId id, DisplayName displayName, Instant createdAt) {
        this(id, displayName, createdAt, Optional.empty());
    }

    public Account renamed(DisplayName name) {
        return new Account(id, name, createdAt, language);
    }

    public Account speaking(Language chosen) {
        return new Account(id, displayName, createdAt, Optional.of(chosen));
    }
}
