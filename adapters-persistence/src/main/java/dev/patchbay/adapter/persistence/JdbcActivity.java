package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.activity.Activity;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

@Singleton
final class JdbcActivity implements Activity {

    private final Database database;

    JdbcActivity(Database database) {
        this.database = database;
    }

    @Override
    public void add(Event event) {
        database.insertNew(
                "INSERT INTO activity (account_id, at, kind, provider, detail) VALUES (?, ?, ?, ?, ?)",
                event.account().value(),
                event.at(),
                event.kind(),
                event.provider().map(ProviderId::value),
                Shown.cut(event.detail(), Shown.DETAIL));
    }

    @Override
    public List<Event> recent(AccountId account, int limit) {
        if (limit < 1 || limit > 200) {
            throw new IllegalArgumentException("the limit is 1 to 200");
        }
        return database.list(JdbcActivity::read, """
            SELECT account_id, at, kind, provider, detail FROM activity
            WHERE account_id = ? ORDER BY at DESC, id DESC LIMIT ?
            """, account.value(), limit);
    }

    private static Event read(Row row) throws SQLException {
        AccountId account = row.account();
        Instant at = row.instant();
        return new Event(
                account, Event.Kind.valueOf(row.text()), row.maybeText().map(ProviderId::new), row.text(), at);
    }
}
