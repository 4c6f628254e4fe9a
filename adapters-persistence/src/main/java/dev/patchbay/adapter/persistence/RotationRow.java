package dev.patchbay.adapter.persistence;

import dev.patchbay.adapter.persistence.Columns.ProviderName;
import dev.patchbay.adapter.persistence.Columns.Utc;
import dev.patchbay.domain.provider.ProviderId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

@MappedEntity("rotation")
record RotationRow(
        @Id @ProviderName ProviderId platform, @Utc Instant seenAt) {}
