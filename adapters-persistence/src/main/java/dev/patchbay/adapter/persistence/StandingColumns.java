package dev.patchbay.adapter.persistence;

import static java.util.Objects.requireNonNull;

import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Standing;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a standing is spread over five of a connection's columns. */
record StandingColumns(
        StandingStatus status,
        @Nullable Cause cause,
        @Nullable Instant since,
        @Nullable Instant retryAt,
        int failures) {

    static StandingColumns of(Standing standing) {
        return switch (standing) {
            case Standing.Active() -> new StandingColumns(StandingStatus.ACTIVE, null, null, null, 0);
            case Standing.NeedsReconnect(Cause cause, Instant since) ->
                new StandingColumns(StandingStatus.NEEDS_RECONNECT, cause, since, null, 0);
            case Standing.Quarantined(Cause cause, Instant since) ->
                new StandingColumns(StandingStatus.QUARANTINED, cause, since, null, 0);
            case Standing.Restored(Instant since) ->
                new StandingColumns(StandingStatus.RESTORED, Cause.RESTORED_FROM_BACKUP, since, null, 0);
            case Standing.Waiting(Cause cause, Instant since, Instant retryAt, int failures) ->
                new StandingColumns(StandingStatus.WAITING, cause, since, retryAt, failures);
        };
    }

    /** Puts a standing over whatever there was, claims included, where nothing is to be renewed any more; then bind id and version. */
    static final String OVERRULE = """
        UPDATE connection
        SET status = ?, cause = ?, since = ?, retry_at = ?, failures = ?, refresh_after = NULL,
            lease_owner = NULL, lease_until = NULL, attempt_started_at = NULL
        WHERE id = ? AND token_version = ?
        """;

    /** In the order of the components. */
    Parameters bind(Parameters values) throws SQLException {
        return values.text(status.name())
                .text(cause == null ? null : cause.name())
                .time(since)
                .time(retryAt)
                .number(failures);
    }

    Standing standing() {
        return switch (status) {
            case ACTIVE -> new Standing.Active();
            case WAITING ->
                new Standing.Waiting(requireNonNull(cause), requireNonNull(since), requireNonNull(retryAt), failures);
            case NEEDS_RECONNECT -> new Standing.NeedsReconnect(requireNonNull(cause), requireNonNull(since));
            case RESTORED -> new Standing.Restored(requireNonNull(since));
            case QUARANTINED -> new Standing.Quarantined(requireNonNull(cause), requireNonNull(since));
        };
    }
}
