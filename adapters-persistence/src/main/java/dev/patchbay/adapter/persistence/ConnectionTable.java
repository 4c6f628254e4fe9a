package dev.patchbay.adapter.persistence;

import dev.patchbay.adapter.persistence.Columns.Bytes16;
import dev.patchbay.adapter.persistence.Columns.Exact;
import dev.patchbay.adapter.persistence.Columns.Owner;
import dev.patchbay.adapter.persistence.Columns.ProviderName;
import dev.patchbay.adapter.persistence.Columns.Sealed;
import dev.patchbay.adapter.persistence.Columns.Utc;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.vault.SealedSecret;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    @Query(
            nativeQuery = true,
            value = "SELECT " + ConnectionRow.COLUMNS + ", c.refresh_after FROM connection c WHERE c.id = :id")
    Optional<ConnectionRow> find(@Bytes16 UUID id);

    @Query(
            nativeQuery = true,
            value = "SELECT " + ConnectionRow.COLUMNS
                    + ", c.refresh_after FROM connection c WHERE c.account_id = :accountId AND c.platform = :platform")
    Optional<ConnectionRow> of(@Owner AccountId accountId, @ProviderName ProviderId platform);

    @Query(
            nativeQuery = true,
            value = "SELECT " + ConnectionRow.COLUMNS
                    + ", c.refresh_after FROM connection c WHERE c.account_id = :accountId ORDER BY c.platform")
    List<ConnectionRow> of(@Owner AccountId accountId);

    /** The fence of a connection that nobody claims. */
    @Query(nativeQuery = true, value = """
        SELECT lease_fence FROM connection
        WHERE id = :id AND token_version = :tokenVersion AND (lease_until IS NULL OR lease_until <= :now)
        """)
    Optional<Long> freeFence(@Bytes16 UUID id, long tokenVersion, @Utc Instant now);

    @Query(nativeQuery = true, value = """
        UPDATE connection
        SET lease_owner = :holder, lease_fence = lease_fence + 1, lease_until = :until, attempt_started_at = :now
        WHERE id = :id AND token_version = :tokenVersion AND lease_fence = :fence
          AND (lease_until IS NULL OR lease_until <= :now)
        """)
    int claim(@Bytes16 UUID id, long tokenVersion, long fence, String holder, @Utc Instant until, @Utc Instant now);

    @Query(nativeQuery = true, value = """
        UPDATE connection SET lease_owner = NULL, lease_until = NULL, attempt_started_at = NULL
        WHERE id = :id AND lease_fence = :fence
        """)
    int release(@Bytes16 UUID id, long fence);

    /**
     * Takes the place of the version before. Spelt out: for an UPDATE that is given a whole row the mapper answers 1,
     * whatever it found.
     */
    @Query(nativeQuery = true, value = """
        UPDATE connection
        SET app_provider = :appProvider, client_id = :clientId, external_id = :externalId,
            external_name = :externalName, external_picture = :externalPicture, scopes = :scopes,
            status = :status, cause = :cause, since = :since, retry_at = :retryAt, failures = :failures,
            token_type = :tokenType, access_token = :accessToken, refresh_token = :refreshToken,
            token_version = :tokenVersion, access_issued_at = :accessIssuedAt,
            access_expires_at = :accessExpiresAt, consented_at = :consentedAt, reauthorize_by = :reauthorizeBy,
            connected_at = :connectedAt, last_refreshed_at = :lastRefreshedAt, refresh_after = :refreshAfter,
            lease_owner = NULL, lease_until = NULL, attempt_started_at = NULL
        WHERE account_id = :accountId AND platform = :platform AND id = :id AND token_version = :before
        """)
    int advance(
            @Bytes16 UUID id,
            @Owner AccountId accountId,
            @ProviderName ProviderId platform,
            long before,
            @ProviderName ProviderId appProvider,
            @Exact String clientId,
            String externalId,
            @Nullable String externalName,
            @Nullable String externalPicture,
            String scopes,
            StandingStatus status,
            @Nullable Cause cause,
            @Utc @Nullable Instant since,
            @Utc @Nullable Instant retryAt,
            int failures,
            String tokenType,
            @Sealed SealedSecret accessToken,
            @Sealed @Nullable SealedSecret refreshToken,
            long tokenVersion,
            @Utc Instant accessIssuedAt,
            @Utc Instant accessExpiresAt,
            @Utc Instant consentedAt,
            @Utc @Nullable Instant reauthorizeBy,
            @Utc Instant connectedAt,
            @Utc @Nullable Instant lastRefreshedAt,
            @Utc @Nullable Instant refreshAfter);

    default int advance(ConnectionRow next) {
        return advance(
                next.id(),
                next.accountId(),
                next.platform(),
                next.tokenVersion() - 1,
                next.appProvider(),
                next.clientId(),
                next.externalId(),
                next.externalName(),
                next.externalPicture(),
                next.scopes(),
                next.status(),
                next.cause(),
                next.since(),
                next.retryAt(),
                next.failures(),
                next.tokenType(),
                next.accessToken(),
                next.refreshToken(),
                next.tokenVersion(),
                next.accessIssuedAt(),
                next.accessExpiresAt(),
                next.consentedAt(),
                next.reauthorizeBy(),
                next.connectedAt(),
                next.lastRefreshedAt(),
                next.refreshAfter());
    }

    @Query(nativeQuery = true, value = """
        UPDATE connection
        SET status = :status, cause = :cause, since = :since, retry_at = :retryAt, failures = :failures,
            lease_owner = NULL, lease_until = NULL, attempt_started_at = NULL
        WHERE id = :id AND token_version = :tokenVersion AND lease_fence = :fence AND lease_owner IS NOT NULL
        """)
    int stand(
            @Bytes16 UUID id,
            long tokenVersion,
            long fence,
            StandingStatus status,
            @Nullable Cause cause,
            @Utc @Nullable Instant since,
            @Utc @Nullable Instant retryAt,
            int failures);

    @Query(nativeQuery = true, value = "DELETE FROM connection WHERE id = :id AND token_version = :tokenVersion")
    int remove(@Bytes16 UUID id, long tokenVersion);
}
