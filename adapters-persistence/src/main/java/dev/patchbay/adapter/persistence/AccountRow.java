package dev.patchbay.adapter.persistence;

import dev.patchbay.adapter.persistence.Columns.Owner;
import dev.patchbay.adapter.persistence.Columns.Utc;
import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.account.DisplayName;
import dev.patchbay.domain.account.Language;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@MappedEntity("account")
record AccountRow(
        @Id @Owner AccountId id,
        String displayName,
        @Utc Instant createdAt,
        @Nullable String language) {

    static AccountRow of(Account account) {
        return new AccountRow(
                account.id(),
                account.displayName().value(),
                account.createdAt(),
                account.language().map(Language::code).orElse(null));
    }

    Account account() {
        return new Account(
                id,
                new DisplayName(displayName),
                createdAt,
                Optional.ofNullable(language).map(Language::of));
    }
}
