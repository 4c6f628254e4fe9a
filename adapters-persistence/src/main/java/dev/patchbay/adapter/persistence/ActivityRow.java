package dev.patchbay.adapter.persistence;

import dev.patchbay.adapter.persistence.Columns.Bytes16;
import dev.patchbay.adapter.persistence.Columns.Hash;
import dev.patchbay.adapter.persistence.Columns.Owner;
import dev.patchbay.adapter.persistence.Columns.ProviderName;
import dev.patchbay.adapter.persistence.Columns.Utc;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.activity.AuditChain;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.vault.Fingerprint;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("activity")
record ActivityRow(
        @Owner AccountId accountId,
        @Utc Instant at,
        Event.Kind kind,
        @ProviderName @Nullable ProviderId provider,
        String detail,
        @Bytes16 @Nullable UUID ref,
        @Hash @Nullable Fingerprint digest) {

    /** Signed, as it is kept. */
    static ActivityRow of(Event event, UUID ref, AuditChain chain) {
        Event kept = new Event(
                event.account(),
                event.kind(),
                event.provider(),
                Shown.cut(event.detail(), Shown.DETAIL),
                event.at().truncatedTo(ChronoUnit.MICROS));
        return new ActivityRow(
                kept.account(),
                kept.at(),
                kept.kind(),
                kept.provider().orElse(null),
                kept.detail(),
                ref,
                chain.mark(ref, kept).digest());
    }

    Event event() {
        return new Event(accountId, kind, Optional.ofNullable(provider), detail, at);
    }
}
