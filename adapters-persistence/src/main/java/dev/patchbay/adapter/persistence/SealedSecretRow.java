package dev.patchbay.adapter.persistence;

import dev.patchbay.adapter.persistence.Columns.Exact;
import dev.patchbay.adapter.persistence.Columns.Sealed;
import dev.patchbay.domain.vault.SealedSecret;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

@MappedEntity("sealed_secret")
record SealedSecretRow(@Id @Exact String name, @Sealed SealedSecret sealed) {}
