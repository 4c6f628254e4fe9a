package dev.patchbay.adapter.persistence;

import dev.patchbay.adapter.persistence.Columns.Hash;
import dev.patchbay.adapter.persistence.Columns.Utc;
import dev.patchbay.domain.vault.Fingerprint;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface HandoffTable extends GenericRepository<HandoffRow, Fingerprint> {

    @Query(nativeQuery = true, value = """
        INSERT INTO handoff (code_hash, attempt_id, code, expires_at)
        VALUES (:codeHash, :attemptId, :code, :expiresAt)
        """)
    int insert(HandoffRow row);

    @Query(nativeQuery = true, value = """
        SELECT code_hash, attempt_id, code, expires_at FROM handoff
        WHERE code_hash = :codeHash AND expires_at > :now
        """)
    Optional<HandoffRow> find(@Hash Fingerprint codeHash, @Utc Instant now);

    @Query(nativeQuery = true, value = "DELETE FROM handoff WHERE code_hash = :codeHash AND expires_at > :now")
    int take(@Hash Fingerprint codeHash, @Utc Instant now);
}
