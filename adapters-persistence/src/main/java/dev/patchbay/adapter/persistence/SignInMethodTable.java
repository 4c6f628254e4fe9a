package dev.patchbay.adapter.persistence;

import dev.patchbay.adapter.persistence.Columns.Exact;
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
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SignInMethodTable extends GenericRepository<SignInMethodRow, AccountId> {

    @Query(nativeQuery = true, value = """
        INSERT INTO sign_in_method
            (account_id, provider, issuer, subject, email, name, picture, linked_at, last_used_at, email_verified,
             alternate_subject)
        VALUES (:accountId, :provider, :issuer, :subject, :email, :name, :picture, :linkedAt, :lastUsedAt, :emailVerified,
             :alternateSubject)
        """)
    int insert(SignInMethodRow row);

    @Query(nativeQuery = true, value = """
        SELECT account_id, provider, issuer, subject, email, name, picture, linked_at, last_used_at, email_verified,
            alternate_subject
        FROM sign_in_method WHERE provider = :provider AND issuer = :issuer AND subject = :subject
        """)
    Optional<SignInMethodRow> find(@ProviderName ProviderId provider, @Exact String issuer, @Exact String subject);

    @Query(nativeQuery = true, value = """
        SELECT account_id, provider, issuer, subject, email, name, picture, linked_at, last_used_at, email_verified,
            alternate_subject
        FROM sign_in_method WHERE account_id = :accountId ORDER BY linked_at, provider
        """)
    List<SignInMethodRow> of(@Owner AccountId accountId);

    @Query(nativeQuery = true, value = """
        UPDATE sign_in_method SET email = :email, name = :name, picture = :picture, last_used_at = :lastUsedAt,
            email_verified = :emailVerified, alternate_subject = :alternateSubject
        WHERE provider = :provider AND issuer = :issuer AND subject = :subject
        """)
    int used(
            @ProviderName ProviderId provider,
            @Exact String issuer,
            @Exact String subject,
            @Nullable String email,
            @Nullable String name,
            @Nullable String picture,
            @Utc Instant lastUsedAt,
            boolean emailVerified,
            @Exact @Nullable String alternateSubject);

    @Query(
            nativeQuery = true,
            value = "DELETE FROM sign_in_method WHERE account_id = :accountId AND provider = :provider")
    int unlink(@Owner AccountId accountId, @ProviderName ProviderId provider);
}
