package dev.patchbay.adapter.persistence;

import dev.patchbay.adapter.persistence.Columns.Exact;
import dev.patchbay.adapter.persistence.Columns.ProviderName;
import dev.patchbay.adapter.persistence.Columns.Utc;
import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.provider.ProviderId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AppConditionTable extends GenericRepository<AppConditionRow, ProviderId> {

    // MySQL assigns from left to right: "since" first, while state and cause still are the old ones.
    @Query(nativeQuery = true, value = """
        INSERT INTO client_app (provider, client_id, state, cause, since, retry_at)
        VALUES (:provider, :clientId, :state, :cause, :since, :retryAt)
        ON DUPLICATE KEY UPDATE
            since = CASE WHEN state = VALUES(state) AND cause = VALUES(cause)
                          AND (state = 'BLOCKED' OR state = 'DOUBTED' AND since > :lastingSince)
                         THEN since ELSE VALUES(since) END,
            state = VALUES(state),
            cause = VALUES(cause),
            retry_at = VALUES(retry_at)
        """)
    int write(
            @ProviderName ProviderId provider,
            @Exact String clientId,
            AppConditionRow.State state,
            Cause cause,
            @Utc Instant since,
            @Utc Instant retryAt,
            @Utc Instant lastingSince);

    /** A doubt that began at that time or earlier is over. */
    default int write(AppConditionRow row) {
        return write(
                row.provider(),
                row.clientId(),
                row.state(),
                row.cause(),
                row.since(),
                row.retryAt(),
                row.since().minus(AppCondition.Doubted.LONGEST));
    }

    @Query(nativeQuery = true, value = """
        UPDATE client_app SET retry_at = :next
        WHERE provider = :provider AND client_id = :clientId AND state IN ('BLOCKED', 'DOUBTED') AND retry_at = :retryAt
        """)
    int takeTry(@ProviderName ProviderId provider, @Exact String clientId, @Utc Instant retryAt, @Utc Instant next);

    @Query(nativeQuery = true, value = "DELETE FROM client_app WHERE provider = :provider AND client_id = :clientId")
    int forget(@ProviderName ProviderId provider, @Exact String clientId);
}
