package dev.patchbay.adapter.persistence;

import dev.patchbay.adapter.persistence.Columns.Bytes16;
import dev.patchbay.adapter.persistence.Columns.Owner;
import dev.patchbay.adapter.persistence.Columns.Utc;
import dev.patchbay.domain.account.AccountId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SessionTable extends GenericRepository<SessionRow, UUID> {

    @Query(nativeQuery = true, value = """
        INSERT INTO session (account_id, id, via, device, started_at, expires_at, ended_at)
        VALUES (:accountId, :id, :via, :device, :startedAt, :expiresAt, :endedAt)
        """)
    int insert(SessionRow row);

    @Query(nativeQuery = true, value = """
        SELECT account_id, id, via, device, started_at, expires_at, ended_at FROM session WHERE id = :id
        """)
    Optional<SessionRow> find(@Bytes16 UUID id);

    @Query(nativeQuery = true, value = """
        SELECT account_id, id, via, device, started_at, expires_at, ended_at FROM session
        WHERE account_id = :accountId AND ended_at IS NULL AND expires_at > :now
        ORDER BY started_at DESC, id
        """)
    List<SessionRow> alive(@Owner AccountId accountId, @Utc Instant now);

    @Query(nativeQuery = true, value = """
        SELECT account_id, id, via, device, started_at, expires_at, ended_at FROM session
        WHERE account_id = :accountId ORDER BY started_at DESC, id
        """)
    List<SessionRow> of(@Owner AccountId accountId);

    @Query(nativeQuery = true, value = """
        UPDATE session SET ended_at = :now
        WHERE account_id = :accountId AND id = :id AND ended_at IS NULL AND expires_at > :now
        """)
    int end(@Owner AccountId accountId, @Bytes16 UUID id, @Utc Instant now);

    @Query(nativeQuery = true, value = """
        UPDATE session SET ended_at = :now WHERE account_id = :accountId AND ended_at IS NULL AND expires_at > :now
        """)
    int endAll(@Owner AccountId accountId, @Utc Instant now);

    @Query(nativeQuery = true, value = """
        UPDATE session SET ended_at = :now
        WHERE account_id = :accountId AND ended_at IS NULL AND expires_at > :now AND id <> :except
        """)
    int endAllBut(@Owner AccountId accountId, @Bytes16 UUID except, @Utc Instant now);

    @Query(nativeQuery = true, value = "DELETE FROM session WHERE expires_at < :before LIMIT 1000")
    int purgeExpired(@Utc Instant before);

    @Query(nativeQuery = true, value = "DELETE FROM session WHERE ended_at < :before LIMIT 1000")
    int purgeEnded(@Utc Instant before);
}
