package dev.patchbay.adapter.persistence;

import dev.patchbay.adapter.persistence.Columns.Bytes16;
import dev.patchbay.adapter.persistence.Columns.Owner;
import dev.patchbay.adapter.persistence.Columns.ProviderName;
import dev.patchbay.adapter.persistence.Columns.Utc;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.provider.ProviderId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ParkedGrantTable extends GenericRepository<ParkedGrantRow, UUID> {

    String COLUMNS = """
        id, account_id, platform, app_provider, client_id, external_id, external_name, external_picture, scopes,
        token_type, access_token, refresh_token, access_issued_at, access_expires_at, consented_at, reauthorize_by,
        expires_at
        """;

    @Query(nativeQuery = true, value = "INSERT INTO parked_grant (" + COLUMNS + """
        ) VALUES (:id, :accountId, :platform, :appProvider, :clientId, :externalId, :externalName, :externalPicture,
            :scopes, :tokenType, :accessToken, :refreshToken, :accessIssuedAt, :accessExpiresAt, :consentedAt,
            :reauthorizeBy, :expiresAt)
        """)
    int insert(ParkedGrantRow row);

    @Query(
            nativeQuery = true,
            value = "SELECT " + COLUMNS + " FROM parked_grant WHERE account_id = :accountId AND platform = :platform")
    Optional<ParkedGrantRow> of(@Owner AccountId accountId, @ProviderName ProviderId platform);

    @Query(
            nativeQuery = true,
            value = "SELECT " + COLUMNS + " FROM parked_grant WHERE expires_at <= :now ORDER BY expires_at LIMIT 100")
    List<ParkedGrantRow> expired(@Utc Instant now);

    @Query(nativeQuery = true, value = """
        DELETE FROM parked_grant WHERE account_id = :accountId AND platform = :platform AND id = :id
        """)
    int take(@Owner AccountId accountId, @ProviderName ProviderId platform, @Bytes16 UUID id);
}
