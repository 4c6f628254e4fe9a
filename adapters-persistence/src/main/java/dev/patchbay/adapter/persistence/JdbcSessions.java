package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.session.SessionId;
import dev.patchbay.port.session.Sessions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@Singleton
final class JdbcSessions implements Sessions {

    private final Database database;
    private final SessionTable table;

    JdbcSessions(Database database, SessionTable table) {
        this.database = database;
        this.table = table;
    }

    @Override
    public void start(Session session) {
        database.addNew(() -> table.insert(SessionRow.of(session)));
    }

    @Override
    public Optional<Session> find(SessionId id) {
        return database.run(() -> table.find(id.value())).map(SessionRow::session);
    }

    @Override
    public List<Session> alive(AccountId account, Instant now) {
        return database.run(() -> table.alive(account, now)).stream()
                .map(SessionRow::session)
                .toList();
    }

    @Override
    public List<Session> of(AccountId account) {
        return database.run(() -> table.of(account)).stream()
                .map(SessionRow::session)
                .toList();
    }

    @Override
    public boolean end(AccountId account, SessionId id, Instant now) {
        return database.changes(() -> table.end(account, id.value(), now));
    }

    @Override
    public int endAll(AccountId account, Optional<SessionId> except, Instant now) {
        return database.run(() ->
                except.isPresent() ? table.endAllBut(account, except.get().value(), now) : table.endAll(account, now));
    }

    @Override
    public int purge(Instant before) {
        // Two statements, so that each has its index.
        return database.run(() -> table.purgeExpired(before)) + database.run(() -> table.purgeEnded(before));
    }
}
