package dev.patchbay.adapter.persistence;

import dev.patchbay.adapter.persistence.Columns.Utc;
import dev.patchbay.adapter.persistence.Columns.Wrapped;
import dev.patchbay.port.vault.KeyState;
import dev.patchbay.port.vault.VaultKey;
import dev.patchbay.port.vault.WrappedKey;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

@MappedEntity("vault_key")
record VaultKeyRow(
        @Id int number,
        KeyState state,
        String masterKeyId,
        @Wrapped WrappedKey wrapped,
        @Utc Instant createdAt) {

    static VaultKeyRow of(VaultKey key) {
        return new VaultKeyRow(key.number(), key.state(), key.masterKeyId(), key.wrapped(), key.createdAt());
    }

    VaultKey key() {
        return new VaultKey(number, state, masterKeyId, wrapped, createdAt);
    }
}
