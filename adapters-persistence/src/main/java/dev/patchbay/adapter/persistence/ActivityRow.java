package dev.patchbay.adapter.persistence;

import dev.patchbay.adapter.persistence.Columns.Owner;
import dev.patchbay.adapter.persistence.Columns.ProviderName;
import dev.patchbay.adapter.persistence.Columns.Utc;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.provider.ProviderId;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@MappedEntity("activity")
record ActivityRow(
        @Owner AccountId accountId,
        @Utc Instant at,
        Event.Kind kind,
        @ProviderName @Nullable ProviderId provider,
        String detail) {

    static ActivityRow of(Event event) {
        return new ActivityRow(
                event.account(),
                event.at(),
                event.kind(),
                event.provider().orElse(null),
                Shown.cut(event.detail(), Shown.DETAIL));
    }

    Event event() {
        return new Event(accountId, kind, Optional.ofNullable(provider), detail, at);
    }
}
