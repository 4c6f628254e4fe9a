package dev.patchbay.adapter.persistence;

import dev.patchbay.adapter.persistence.Columns.Bytes16;
import dev.patchbay.adapter.persistence.Columns.Owner;
import dev.patchbay.adapter.persistence.Columns.ProviderName;
import dev.patchbay.adapter.persistence.Columns.Utc;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.session.SessionId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("session")
record SessionRow(
        @Owner AccountId accountId,
        @Id @Bytes16 UUID id,
        @ProviderName ProviderId via,
        String device,
        @Utc Instant startedAt,
        @Utc Instant expiresAt,
        @Utc @Nullable Instant endedAt) {

    static SessionRow of(Session session) {
        return new SessionRow(
                session.account(),
                session.id().value(),
                session.via(),
                session.device(),
                session.startedAt(),
                session.expiresAt(),
                session.endedAt().orElse(null));
    }

    Session session() {
        return new Session(
                new SessionId(id), accountId, via, device, startedAt, expiresAt, Optional.ofNullable(endedAt));
    }
}
