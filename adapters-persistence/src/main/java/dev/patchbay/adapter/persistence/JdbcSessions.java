package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.session.SessionId;
import dev.patchbay.port.session.Sessions;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@Singleton
final class JdbcSessions implements Sessions {

    private static final int BATCH = 1000;

    private final Database database;

    JdbcSessions(Database database) {
        this.database = database;
    }

    @Override
    public void start(Session session) {
        database.insertNew(
                """
                INSERT INTO session (account_id, id, via, device, started_at, expires_at, ended_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                session.account().value(),
                session.id().value(),
                session.via().value(),
                session.device(),
                session.startedAt(),
                session.expiresAt(),
                session.endedAt());
    }

    @Override
    public Optional<Session> find(SessionId id) {
        return database.one(JdbcSessions::read, """
            SELECT account_id, id, via, device, started_at, expires_at, ended_at FROM session WHERE id = ?
            """, id.value());
    }

    @Override
    public List<Session> alive(AccountId account, Instant now) {
        return database.list(JdbcSessions::read, """
            SELECT account_id, id, via, device, started_at, expires_at, ended_at FROM session
            WHERE account_id = ? AND ended_at IS NULL AND expires_at > ?
            ORDER BY started_at DESC, id
            """, account.value(), now);
    }

    @Override
    public boolean end(AccountId account, SessionId id, Instant now) {
        return database.update("""
            UPDATE session SET ended_at = ?
            WHERE account_id = ? AND id = ? AND ended_at IS NULL AND expires_at > ?
            """, now, account.value(), id.value(), now) == 1;
    }

    @Override
    public int endAll(AccountId account, Optional<SessionId> except, Instant now) {
        if (except.isEmpty()) {
            return database.update("""
                UPDATE session SET ended_at = ? WHERE account_id = ? AND ended_at IS NULL AND expires_at > ?
                """, now, account.value(), now);
        }
        return database.update("""
            UPDATE session SET ended_at = ?
            WHERE account_id = ? AND ended_at IS NULL AND expires_at > ? AND id <> ?
            """, now, account.value(), now, except.get().value());
    }

    @Override
    public int purge(Instant before) {
        // Two statements, so that each has its index.
        return database.update("DELETE FROM session WHERE expires_at < ? LIMIT " + BATCH, before)
                + database.update("DELETE FROM session WHERE ended_at < ? LIMIT " + BATCH, before);
    }

    private static Session read(Row row) throws SQLException {
        AccountId account = row.account();
        return new Session(
                new SessionId(row.uuid()),
                account,
                row.provider(),
                row.text(),
                row.instant(),
                row.instant(),
                row.maybeInstant());
    }
}
