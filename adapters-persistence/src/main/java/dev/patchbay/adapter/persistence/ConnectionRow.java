package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Clocks;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.connection.SealedTokens;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.vault.SealedSecret;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** How a connection's columns are read, and how a standing is spread over five of them. */
final class ConnectionRow {

    /** In the order in which {@link #read} wants them. */
    static final String COLUMNS = """
        c.id, c.account_id, c.platform, c.app_provider, c.client_id, c.external_id, c.external_name,
        c.external_picture, c.scopes, c.access_issued_at, c.access_expires_at, c.consented_at, c.reauthorize_by,
        c.status, c.cause, c.since, c.retry_at, c.failures, c.token_type, c.access_token, c.refresh_token,
        c.token_version, c.connected_at, c.last_refreshed_at
        """;

    static final int COLUMN_COUNT = 24;

    private ConnectionRow() {}

    static Connection read(Row row) throws SQLException {
        return read(row, row.uuid());
    }

    /** Reads on after the id. */
    static Connection read(Row row, UUID id) throws SQLException {
        return new Connection(
                new ConnectionId(id),
                row.account(),
                row.provider(),
                row.app(),
                new ExternalAccount(row.text(), row.maybeText(), row.maybeText()),
                row.scopes(),
                new Clocks(row.instant(), row.instant(), row.instant(), row.maybeInstant()),
                readStanding(row),
                new SealedTokens(row.text(), row.sealed(), row.maybeBytes().map(SealedSecret::new)),
                row.number(),
                row.instant(),
                row.maybeInstant());
    }

    private static Standing readStanding(Row row) throws SQLException {
        String status = row.text();
        Optional<Cause> cause = row.maybeText().map(Cause::valueOf);
        Optional<Instant> since = row.maybeInstant();
        Optional<Instant> retryAt = row.maybeInstant();
        int failures = row.count();
        return switch (Status.valueOf(status)) {
            case ACTIVE -> new Standing.Active();
            case WAITING ->
                new Standing.Waiting(cause.orElseThrow(), since.orElseThrow(), retryAt.orElseThrow(), failures);
            case NEEDS_RECONNECT -> new Standing.NeedsReconnect(cause.orElseThrow(), since.orElseThrow());
        };
    }

    /** The names in the column {@code status}. */
    private enum Status {
        ACTIVE,
        WAITING,
        NEEDS_RECONNECT
    }

    /** A standing as its columns hold it. */
    record StandingColumns(
            String status, Optional<Cause> cause, Optional<Instant> since, Optional<Instant> retryAt, int failures) {

        static StandingColumns of(Standing standing) {
            return switch (standing) {
                case Standing.Active() -> columns(Status.ACTIVE, Optional.empty(), Optional.empty());
                case Standing.NeedsReconnect(Cause cause, Instant since) ->
                    columns(Status.NEEDS_RECONNECT, Optional.of(cause), Optional.of(since));
                case Standing.Waiting(Cause cause, Instant since, Instant retryAt, int failures) ->
                    new StandingColumns(
                            Status.WAITING.name(),
                            Optional.of(cause),
                            Optional.of(since),
                            Optional.of(retryAt),
                            failures);
            };
        }

        private static StandingColumns columns(Status status, Optional<Cause> cause, Optional<Instant> since) {
            return new StandingColumns(status.name(), cause, since, Optional.empty(), 0);
        }
    }
}
