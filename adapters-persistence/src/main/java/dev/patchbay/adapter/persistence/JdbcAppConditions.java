package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.port.clientapp.AppConditions;
import jakarta.inject.Singleton;
import java.time.Instant;

@Singleton
final class JdbcAppConditions implements AppConditions {

    private final Database database;
    private final AppConditionTable table;

    JdbcAppConditions(Database database, AppConditionTable table) {
        this.database = database;
        this.table = table;
    }

    @Override
    public AppCondition of(ClientAppId app) {
        return database.run(() -> table.find(app.provider(), app.clientId()))
                .map(AppConditionRow::condition)
                .orElseGet(AppCondition.Fine::new);
    }

    @Override
    public void note(ClientAppId app, AppCondition condition) {
        database.changes(() -> switch (condition) {
            case AppCondition.Fine() -> table.forget(app.provider(), app.clientId());
            case AppCondition.Blocked blocked -> table.write(AppConditionRow.of(app, blocked));
            case AppCondition.Doubted doubt -> table.write(AppConditionRow.of(app, doubt));
            case AppCondition.CoolingDown cooling -> table.write(AppConditionRow.of(app, cooling));
        });
    }

    @Override
    public boolean takeTry(ClientAppId app, Instant retryAt, Instant next) {
        if (!next.isAfter(retryAt)) {
            throw new IllegalArgumentException("the next try is later than this one");
        }
        return database.changes(() -> table.takeTry(app.provider(), app.clientId(), retryAt, next));
    }
}
