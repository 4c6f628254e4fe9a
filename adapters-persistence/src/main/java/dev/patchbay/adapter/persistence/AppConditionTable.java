package dev.patchbay.adapter.persistence;

import dev.patchbay.adapter.persistence.Columns.Exact;
import dev.patchbay.adapter.persistence.Columns.ProviderName;
import dev.patchbay.domain.provider.ProviderId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AppConditionTable extends GenericRepository<AppConditionRow, ProviderId> {

    @Query(nativeQuery = true, value = """
        SELECT provider, client_id, state, cause, since, retry_at FROM client_app
        WHERE provider = :provider AND client_id = :clientId
        """)
    Optional<AppConditionRow> find(@ProviderName ProviderId provider, @Exact String clientId);

    // MySQL assigns from left to right: "since" first, while state and cause still are the old ones.
    @Query(nativeQuery = true, value = """
        INSERT INTO client_app (provider, client_id, state, cause, since, retry_at)
        VALUES (:provider, :clientId, :state, :cause, :since, :retryAt)
        ON DUPLICATE KEY UPDATE
            since = CASE WHEN state = 'BLOCKED' AND 'BLOCKED' = VALUES(state) AND cause = VALUES(cause)
                         THEN since ELSE VALUES(since) END,
            state = VALUES(state),
            cause = VALUES(cause),
            retry_at = VALUES(retry_at)
        """)
    int write(AppConditionRow row);

    @Query(nativeQuery = true, value = "DELETE FROM client_app WHERE provider = :provider AND client_id = :clientId")
    int forget(@ProviderName ProviderId provider, @Exact String clientId);
}
