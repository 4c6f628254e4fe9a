package dev.patchbay.adapter.persistence;

import dev.patchbay.adapter.persistence.Columns.Bytes16;
import dev.patchbay.adapter.persistence.Columns.Hash;
import dev.patchbay.adapter.persistence.Columns.Sealed;
import dev.patchbay.adapter.persistence.Columns.Utc;
import dev.patchbay.domain.attempt.Handoff;
import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.domain.vault.SealedSecret;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

@MappedEntity("handoff")
record HandoffRow(
        @Id @Hash Fingerprint codeHash,
        @Bytes16 UUID attemptId,
        @Sealed SealedSecret code,
        @Utc Instant expiresAt) {

    static HandoffRow of(Handoff handoff) {
        return new HandoffRow(handoff.fingerprint(), handoff.attempt(), handoff.code(), handoff.expiresAt());
    }

    Handoff handoff() {
        return new Handoff(codeHash, attemptId, code, expiresAt);
    }
}
