package dev.patchbay.adapter.persistence;

import dev.patchbay.adapter.persistence.Columns.Utc;
import dev.patchbay.adapter.persistence.Columns.Wrapped;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.port.vault.DataKey;
import dev.patchbay.port.vault.WrappedKey;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

@MappedEntity("data_key")
record DataKeyRow(
        String owner,
        int number,
        int vaultKey,
        @Wrapped WrappedKey wrapped,
        @Utc Instant createdAt) {

    DataKey key(KeyOwner asked) {
        return new DataKey(asked, number, vaultKey, wrapped, createdAt);
    }
}
