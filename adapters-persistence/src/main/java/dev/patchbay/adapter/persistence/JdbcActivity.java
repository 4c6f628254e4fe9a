package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.activity.AuditKey;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
final class JdbcActivity implements Activity {

    private final Database database;
    private final ActivityTable table;
    private final AuditKey key;
    private final SecretSource random;

    JdbcActivity(Database database, ActivityTable table, AuditKey key, SecretSource random) {
        this.database = database;
        this.table = table;
        this.key = key;
        this.random = random;
    }

    @Override
    public void add(Event event) {
        ActivityRow row = ActivityRow.of(event, random.nextId(), key.chain());
        database.addNew(() -> table.insert(row));
    }

    @Override
    public List<Event> recent(AccountId account, int limit) {
        if (limit < 1 || limit > 200) {
            throw new IllegalArgumentException("the limit is 1 to 200");
        }
        return database.run(() -> table.recent(account, limit)).stream()
                .map(ActivityRow::event)
                .toList();
    }
}
