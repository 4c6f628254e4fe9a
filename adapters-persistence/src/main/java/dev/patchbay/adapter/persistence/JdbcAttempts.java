package dev.patchbay.adapter.persistence;

import static dev.patchbay.adapter.persistence.Sql.exact;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.attempt.Attempt;
import dev.patchbay.domain.attempt.Proof;
import dev.patchbay.domain.attempt.Purpose;
import dev.patchbay.domain.attempt.ReturnTo;
import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.port.attempt.Attempts;
import jakarta.inject.Singleton;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@Singleton
final class JdbcAttempts implements Attempts {

    private static final int BATCH = 1000;

    private final Database database;

    JdbcAttempts(Database database) {
        this.database = database;
    }

    @Override
    public void add(Attempt attempt) {
        Optional<Fingerprint> cookie =
                switch (attempt.proof()) {
                    case Proof.FlowCookie(Fingerprint fingerprint) -> Optional.of(fingerprint);
                    case Proof.Handoff() -> Optional.empty();
                };
        database.insertNew(
                """
                INSERT INTO attempt
                    (id, state_hash, purpose, provider, app_provider, client_id, account_id, proof, flow_cookie_hash,
                     verifier, nonce_hash, redirect_uri, return_to, scopes, started_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                attempt.id(),
                attempt.stateFingerprint(),
                attempt.purpose(),
                attempt.provider().value(),
                attempt.app().provider().value(),
                exact(attempt.app().clientId()),
                attempt.account().map(AccountId::value),
                cookie.isPresent() ? "FLOW_COOKIE" : "HANDOFF",
                cookie,
                attempt.verifier(),
                attempt.nonceFingerprint(),
                attempt.redirectUri().toString(),
                attempt.returnTo().address().toString(),
                attempt.scopes().toString(),
                attempt.startedAt(),
                attempt.expiresAt());
    }

    @Override
    public Optional<Attempt> consume(Fingerprint state, Instant now) {
        boolean won = database.update("""
            UPDATE attempt SET consumed_at = ?
            WHERE state_hash = ? AND consumed_at IS NULL AND expires_at > ?
            """, now, state, now) == 1;
        return won ? database.one(JdbcAttempts::read, """
            SELECT id, state_hash, purpose, provider, app_provider, client_id, account_id, flow_cookie_hash,
                   verifier, nonce_hash, redirect_uri, return_to, scopes, started_at, expires_at
            FROM attempt WHERE state_hash = ?
            """, state) : Optional.empty();
    }

    @Override
    public Optional<Attempt> consumed(UUID id, Instant now) {
        return database.one(JdbcAttempts::read, """
            SELECT id, state_hash, purpose, provider, app_provider, client_id, account_id, flow_cookie_hash,
                   verifier, nonce_hash, redirect_uri, return_to, scopes, started_at, expires_at
            FROM attempt WHERE id = ? AND consumed_at IS NOT NULL AND expires_at > ?
            """, id, now);
    }

    @Override
    public int purge(Instant before) {
        return database.update("DELETE FROM attempt WHERE expires_at < ? LIMIT " + BATCH, before);
    }

    private static Attempt read(Row row) throws SQLException {
        return new Attempt(
                row.uuid(),
                row.fingerprint(),
                Purpose.valueOf(row.text()),
                row.provider(),
                row.app(),
                row.maybeText().map(AccountId::new),
                row.maybeBytes()
                        .map(Fingerprint::stored)
                        .<Proof>map(Proof.FlowCookie::new)
                        .orElseGet(Proof.Handoff::new),
                row.sealed(),
                row.fingerprint(),
                URI.create(row.text()),
                new ReturnTo(URI.create(row.text())),
                row.scopes(),
                row.instant(),
                row.instant());
    }
}
