package dev.patchbay.adapter.persistence;

import dev.patchbay.adapter.persistence.Columns.Bytes16;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

/** Connections come and go here; they are read by {@link ConnectionQueries} and renewed by {@link Renewals}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ConnectionTable extends GenericRepository<ConnectionRow, UUID> {

    @Query(nativeQuery = true, value = """
        INSERT INTO connection
            (account_id, platform, id, app_provider, client_id, external_id, external_name, external_picture,
             scopes, status, cause, since, retry_at, failures, token_type, access_token, refresh_token,
             token_version, access_issued_at, access_expires_at, consented_at, reauthorize_by, connected_at,
             last_refreshed_at, refresh_after, lease_fence)
        VALUES (:accountId, :platform, :id, :appProvider, :clientId, :externalId, :externalName, :externalPicture,
             :scopes, :status, :cause, :since, :retryAt, :failures, :tokenType, :accessToken, :refreshToken,
             :tokenVersion, :accessIssuedAt, :accessExpiresAt, :consentedAt, :reauthorizeBy, :connectedAt,
             :lastRefreshedAt, :refreshAfter, 0)
        """)
    int insert(ConnectionRow row);

    @Query(nativeQuery = true, value = "DELETE FROM connection WHERE id = :id AND token_version = :tokenVersion")
    int remove(@Bytes16 UUID id, long tokenVersion);
}
