package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.Held;
import dev.patchbay.domain.connection.Lease;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.connection.Unsettled;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.connection.Claims.Claimant;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the store knows about one connection's claim, and the statements that change it. {@code attempt_started_at} is set by
 * the first claim and outlives a claim whose outcome is not known.
 *
 * @param inDoubt whether an attempt at this version has not been settled
 */
record LeaseColumns(long fence, Optional<Held> held, boolean inDoubt) {

    private static final String FIND = """
        SELECT lease_owner, lease_until, lease_fence, attempt_started_at FROM connection
        WHERE id = ? AND token_version = ? AND status IN ('ACTIVE', 'WAITING')
        """;

    private static final String CLAIM = """
        UPDATE connection
        SET lease_owner = ?, lease_fence = lease_fence + 1, lease_until = ?,
            attempt_started_at = COALESCE(attempt_started_at, ?)
        WHERE id = ? AND token_version = ? AND lease_fence = ? AND status IN ('ACTIVE', 'WAITING')
          AND attempt_started_at IS\
        """;

    // Rows that were never attempted come first in the index; the comparison leaves them out of the reading.
    private static final String UNSETTLED = """
        SELECT lease_owner, lease_until, id, platform FROM connection
        WHERE attempt_started_at > '1970-01-01 00:00:00' AND (lease_owner IS NOT NULL OR refresh_after <= ?)
        ORDER BY attempt_started_at LIMIT ?
        """;

    private static final String GIVE_BACK = "UPDATE connection SET lease_owner = NULL, lease_until = NULL";
    private static final String SETTLED = ", attempt_started_at = NULL";
    private static final String SOON = """
        , refresh_after =
            CASE WHEN refresh_after > attempt_started_at THEN attempt_started_at ELSE refresh_after END\
        """;
    private static final String LATER = """
        , refresh_after = CASE WHEN refresh_after IS NULL THEN NULL ELSE CAST(? AS DATETIME(6)) END\
        """;
    private static final String STANDS = """
        , status = ?, cause = ?, since = ?, retry_at = ?, failures = ?,
        refresh_after = CASE WHEN refresh_token IS NULL THEN NULL ELSE CAST(? AS DATETIME(6)) END\
        """;
    private static final String IF_HELD =
            " WHERE id = ? AND token_version = ? AND lease_fence = ? AND lease_owner IS NOT NULL";

    static Optional<LeaseColumns> find(Connection connection, ConnectionId id, long version) throws SQLException {
        return Statements.one(
                connection,
                FIND,
                values -> values.id(id.value()).number(version),
                row -> new LeaseColumns(
                        row.getLong(3), held(row), Columns.time(row, 4).isPresent()));
    }

    /** Whether it was still so, and is claimed now. */
    boolean claim(Connection connection, ConnectionId id, long version, Claimant claimant, Instant now)
            throws SQLException {
        return 0
                < Statements.update(
                        connection, CLAIM + (inDoubt ? " NOT NULL" : " NULL"), values -> values.text(claimant.holder())
                                .time(now.plus(claimant.life()))
                                .time(now)
                                .id(id.value())
                                .number(version)
                                .number(fence));
    }

    static List<Unsettled> unsettled(Connection connection, int limit, Instant now) throws SQLException {
        return Statements.all(
                connection,
                UNSETTLED,
                values -> values.time(now).number(limit),
                row -> new Unsettled(
                        new ConnectionId(Columns.uuid(row.getBytes(3))), new ProviderId(row.getString(4)), held(row)));
    }

    static boolean release(Connection connection, Lease lease) throws SQLException {
        String sql = GIVE_BACK + (lease.inDoubt() ? SOON : SETTLED) + IF_HELD;
        return Statements.update(connection, sql, values -> ifHeld(values, lease)) > 0;
    }

    static boolean putOff(Connection connection, Lease lease, Instant until) throws SQLException {
        String sql = GIVE_BACK + LATER + (lease.inDoubt() ? "" : SETTLED) + IF_HELD;
        return Statements.update(connection, sql, values -> ifHeld(values.time(until), lease)) > 0;
    }

    static boolean stand(
            Connection connection, Lease lease, Standing standing, Optional<Instant> dueAt, boolean outcomeKnown)
            throws SQLException {
        StandingColumns columns = StandingColumns.of(standing);
        String sql = GIVE_BACK + STANDS + (outcomeKnown ? SETTLED : "") + IF_HELD;
        return 0
                < Statements.update(
                        connection, sql, values -> ifHeld(columns.bind(values).time(dueAt.orElse(null)), lease));
    }

    private static void ifHeld(Parameters values, Lease lease) throws SQLException {
        values.id(lease.connection().value()).number(lease.version()).number(lease.fence());
    }

    /** From the first two columns. */
    private static Optional<Held> held(ResultSet row) throws SQLException {
        String holder = row.getString(1);
        return holder == null ? Optional.empty() : Columns.time(row, 2).map(until -> new Held(holder, until));
    }
}
