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
    public boolean note(ClientAppId app, AppCondition condition) {
        return switch (condition) {
            case AppCondition.Fine() -> database.changes(() -> table.forget(app.provider(), app.name()));
            case AppCondition.Blocked blocked -> write(AppConditionRow.of(app, blocked));
            case AppCondition.Doubted doubt -> write(AppConditionRow.of(app, doubt));
            case AppCondition.CoolingDown cooling -> write(AppConditionRow.of(app, cooling));
        };
    }

    /** Each statement decides by itself; one more round when another process came between two of them. */
    private boolean write(AppConditionRow row) {
        for (; ; ) {
            if (prolonged(row)) {
                return false;
            }
            if (begun(row) || turned(row)) {
                return true;
            }
        }
    }

    private boolean prolonged(AppConditionRow row) {
        return database.changes(() ->
                table.prolong(row.provider(), row.clientId(), row.state(), row.cause(), row.retryAt(), over(row)));
    }

    private boolean begun(AppConditionRow row) {
        return database.adds(() ->
                table.begin(row.provider(), row.clientId(), row.state(), row.cause(), row.since(), row.retryAt()));
    }

    private boolean turned(AppConditionRow row) {
        return database.changes(() -> table.turn(
                row.provider(), row.clientId(), row.state(), row.cause(), row.since(), row.retryAt(), over(row)));
    }

    /** A doubt that began at that time or earlier is over. */
    private static Instant over(AppConditionRow row) {
        return row.since().minus(AppCondition.Doubted.LONGEST);
    }

    @Override
    public boolean takeTry(ClientAppId app, Instant retryAt, Instant next) {
        if (!next.isAfter(retryAt)) {
            throw new IllegalArgumentException("the next try is later than this one");
        }
        return database.changes(() -> table.takeTry(app.provider(), app.name(), retryAt, next));
    }
}
