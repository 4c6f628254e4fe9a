package dev.patchbay.adapter.persistence;

import dev.patchbay.adapter.persistence.Columns.Bytes16;
import dev.patchbay.adapter.persistence.Columns.Hash;
import dev.patchbay.adapter.persistence.Columns.Owner;
import dev.patchbay.adapter.persistence.Columns.Utc;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.vault.Fingerprint;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AttemptTable extends GenericRepository<AttemptRow, UUID> {

    @Query(nativeQuery = true, value = """
        INSERT INTO attempt
            (id, state_hash, purpose, provider, app_provider, client_id, account_id, session_id, proof, flow_cookie_hash,
             chat_user, verifier, nonce_hash, redirect_uri, return_to, scopes, started_at, expires_at)
        VALUES (:id, :stateHash, :purpose, :provider, :appProvider, :clientId, :accountId, :sessionId, :proof, :flowCookieHash,
             :chatUser, :verifier, :nonceHash, :redirectUri, :returnTo, :scopes, :startedAt, :expiresAt)
        """)
    int insert(AttemptRow row);

    @Query(nativeQuery = true, value = """
        UPDATE attempt SET consumed_at = :now
        WHERE state_hash = :stateHash AND consumed_at IS NULL AND expires_at > :now
        """)
    int consume(@Hash Fingerprint stateHash, @Utc Instant now);

    @Query(nativeQuery = true, value = """
        SELECT id, state_hash, purpose, provider, app_provider, client_id, account_id, session_id, proof, flow_cookie_hash,
               chat_user, verifier, nonce_hash, redirect_uri, return_to, scopes, started_at, expires_at
        FROM attempt WHERE state_hash = :stateHash
        """)
    Optional<AttemptRow> find(@Hash Fingerprint stateHash);

    @Query(nativeQuery = true, value = """
        SELECT id, state_hash, purpose, provider, app_provider, client_id, account_id, session_id, proof, flow_cookie_hash,
               chat_user, verifier, nonce_hash, redirect_uri, return_to, scopes, started_at, expires_at
        FROM attempt WHERE id = :id AND consumed_at IS NOT NULL AND expires_at > :now
        """)
    Optional<AttemptRow> consumed(@Bytes16 UUID id, @Utc Instant now);

    @Query(nativeQuery = true, value = "DELETE FROM attempt WHERE account_id = :account")
    int drop(@Owner AccountId account);

    @Query(nativeQuery = true, value = "DELETE FROM attempt WHERE expires_at < :before LIMIT 1000")
    int purge(@Utc Instant before);
}
