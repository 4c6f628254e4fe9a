package dev.patchbay.adapter.persistence;

import dev.patchbay.adapter.persistence.Columns.Exact;
import dev.patchbay.adapter.persistence.Columns.ProviderName;
import dev.patchbay.adapter.persistence.Columns.Utc;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.provider.ProviderId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AppConditionTable extends GenericRepository<AppConditionRow, ProviderId> {

    /** Moves on the next try of a block or doubt that lasts; a doubt that began by {@code over} does not. */
    @Query(nativeQuery = true, value = """
        UPDATE client_app SET retry_at = :retryAt
        WHERE provider = :provider AND client_id = :clientId AND state = :state AND cause = :cause
          AND (state = 'BLOCKED' OR state = 'DOUBTED' AND since > :over)
        """)
    int prolong(
            @ProviderName ProviderId provider,
            @Exact String clientId,
            AppConditionRow.State state,
            Cause cause,
            @Utc Instant retryAt,
            @Utc Instant over);

    @Query(nativeQuery = true, value = """
        INSERT INTO client_app (provider, client_id, state, cause, since, retry_at)
        VALUES (:provider, :clientId, :state, :cause, :since, :retryAt)
        """)
    int begin(
            @ProviderName ProviderId provider,
            @Exact String clientId,
            AppConditionRow.State state,
            Cause cause,
            @Utc Instant since,
            @Utc Instant retryAt);

    /** Writes over whatever {@link #prolong} does not find. */
    @Query(nativeQuery = true, value = """
        UPDATE client_app SET state = :state, cause = :cause, since = :since, retry_at = :retryAt
        WHERE provider = :provider AND client_id = :clientId
          AND (state <> :state OR cause <> :cause OR state = 'COOLING_DOWN' OR state = 'DOUBTED' AND since <= :over)
        """)
    int turn(
            @ProviderName ProviderId provider,
            @Exact String clientId,
            AppConditionRow.State state,
            Cause cause,
            @Utc Instant since,
            @Utc Instant retryAt,
            @Utc Instant over);

    @Query(nativeQuery = true, value = """
        UPDATE client_app SET retry_at = :next
        WHERE provider = :provider AND client_id = :clientId AND state IN ('BLOCKED', 'DOUBTED') AND retry_at = :retryAt
        """)
    int takeTry(@ProviderName ProviderId provider, @Exact String clientId, @Utc Instant retryAt, @Utc Instant next);

    @Query(nativeQuery = true, value = "DELETE FROM client_app WHERE provider = :provider AND client_id = :clientId")
    int forget(@ProviderName ProviderId provider, @Exact String clientId);
}
