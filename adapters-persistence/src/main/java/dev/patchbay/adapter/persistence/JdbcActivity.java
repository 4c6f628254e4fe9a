package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.port.activity.Activity;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
final class JdbcActivity implements Activity {

    private final Database database;
    private final ActivityTable table;

    JdbcActivity(Database database, ActivityTable table) {
        this.database = database;
        this.table = table;
    }

    @Override
    public void add(Event event) {
        database.addNew(() -> table.insert(ActivityRow.of(event)));
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
