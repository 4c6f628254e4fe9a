package dev.patchbay.adapter.persistence;

import static dev.patchbay.adapter.persistence.Sql.exact;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.port.clientapp.AppConditions;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

@Singleton
final class JdbcAppConditions implements AppConditions {

    private static final String BLOCKED = "BLOCKED";
    private static final String COOLING_DOWN = "COOLING_DOWN";

    private final Database database;

    JdbcAppConditions(Database database) {
        this.database = database;
    }

    @Override
    public AppCondition of(ClientAppId app) {
        return database.one(JdbcAppConditions::read, """
            SELECT state, cause, since, retry_at FROM client_app WHERE provider = ? AND client_id = ?
            """, app.provider().value(), exact(app.clientId()))
                .orElseGet(AppCondition.Fine::new);
    }

    @Override
    public void note(ClientAppId app, AppCondition condition) {
        switch (condition) {
            case AppCondition.Fine() ->
                database.update(
                        "DELETE FROM client_app WHERE provider = ? AND client_id = ?",
                        app.provider().value(),
                        exact(app.clientId()));
            case AppCondition.Blocked(Cause cause, Instant since, Instant retryAt) ->
                write(app, BLOCKED, cause, since, retryAt);
            case AppCondition.CoolingDown(Cause cause, Instant since, Instant until) ->
                write(app, COOLING_DOWN, cause, since, until);
        }
    }

    private void write(ClientAppId app, String state, Cause cause, Instant since, Instant retryAt) {
        // MySQL assigns from left to right: "since" first, while state and cause still are the old ones.
        database.update("""
            INSERT INTO client_app (provider, client_id, state, cause, since, retry_at) VALUES (?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE
                since = CASE WHEN state = 'BLOCKED' AND 'BLOCKED' = VALUES(state) AND cause = VALUES(cause)
                             THEN since ELSE VALUES(since) END,
                state = VALUES(state),
                cause = VALUES(cause),
                retry_at = VALUES(retry_at)
            """, app.provider().value(), exact(app.clientId()), state, cause, since, retryAt);
    }

    private static AppCondition read(Row row) throws SQLException {
        return readMaybe(row).orElseThrow();
    }

    /** Four columns: state, cause, since, retry_at; all of them are empty for an app without a row. */
    static Optional<AppCondition> readMaybe(Row row) throws SQLException {
        Optional<String> state = row.maybeText();
        if (state.isEmpty()) {
            return Optional.empty();
        }
        Cause cause = row.cause();
        Instant since = row.instant();
        Instant retryAt = row.instant();
        return Optional.of(
                switch (state.get()) {
                    case BLOCKED -> new AppCondition.Blocked(cause, since, retryAt);
                    case COOLING_DOWN -> new AppCondition.CoolingDown(cause, since, retryAt);
                    default -> throw new IllegalStateException("an app's state that this version does not know");
                });
    }
}
