package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.port.clientapp.AppConditions;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

@Singleton
final class JdbcAppConditions implements AppConditions {

    /** By hand, as every renewal waits for it. */
    private static final String FIND =
            "SELECT state, cause, since, retry_at FROM client_app WHERE provider = ? AND client_id = ?";

    private final Database database;
    private final AppConditionTable table;

    JdbcAppConditions(Database database, AppConditionTable table) {
        this.database = database;
        this.table = table;
    }

    @Override
    public AppCondition of(ClientAppId app) {
        return database.byHand(connection -> Statements.one(
                        connection,
                        FIND,
                        values -> values.text(app.provider().value()).exact(app.name()),
                        JdbcAppConditions::read))
                .orElseGet(AppCondition.Fine::new);
    }

    private static AppCondition read(ResultSet row) throws SQLException {
        return AppConditionRow.State.valueOf(row.getString(1))
                .condition(
                        Cause.valueOf(row.getString(2)),
                        Columns.time(row, 3).orElseThrow(),
                        Columns.time(row, 4).orElseThrow());
    }

    @Override
    public void note(ClientAppId app, AppCondition condition) {
        database.changes(() -> switch (condition) {
            case AppCondition.Fine() -> table.forget(app.provider(), app.name());
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
        return database.changes(() -> table.takeTry(app.provider(), app.name(), retryAt, next));
    }
}
