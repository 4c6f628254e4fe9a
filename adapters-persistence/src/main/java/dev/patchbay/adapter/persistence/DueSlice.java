package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.Due;
import dev.patchbay.domain.connection.Lease;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.connection.Claims.Claimant;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Claims a slice of what is due: a statement that locks it and one that claims it, however many rows it has. */
final class DueSlice {

    static final int MOST = InList.MOST;

    private static final String DUE = """

        FROM connection c
        WHERE c.platform = ? AND c.refresh_after <= ? AND c.lease_owner IS NULL
        ORDER BY c.platform, c.refresh_after LIMIT ?\
        """;

    private static final String FIND = "SELECT " + ConnectionRow.COLUMNS
            + ", c.lease_fence, CASE WHEN c.attempt_started_at IS NULL THEN 0 ELSE 1 END";
    private static final String LOCK = " FOR UPDATE SKIP LOCKED";

    private static final String FIND_DUE = FIND + DUE + LOCK;
    private static final String NAME_DUE = "SELECT c.id" + DUE;
    private static final String FIND_NAMED = FIND + """

        FROM connection c
        WHERE c.id IN (%s) AND c.lease_owner IS NULL ORDER BY c.refresh_after\
        """ + LOCK;

    private static final String CLAIM = """
        UPDATE connection
        SET lease_owner = ?, lease_fence = lease_fence + 1, lease_until = ?,
            attempt_started_at = COALESCE(attempt_started_at, ?)
        WHERE id IN (%s)
        """;

    /** H2 compares each row with every id of a list, so that long lists cost it more than several short ones. */
    private static final int MOST_FOR_H2 = 50;

    private static final int FENCE = 25;
    private static final int ATTEMPTED = 26;

    private DueSlice() {}

    static List<Due> claim(
            Connection connection, ProviderId platform, Instant dueBy, Claimant claimant, int limit, Instant now)
            throws SQLException {
        Statements.Binding which =
                values -> values.text(platform.value()).time(dueBy).number(limit);
        boolean h2 = Statements.isH2(connection);
        List<Due> due =
                h2 ? inTwoSteps(connection, which) : Statements.all(connection, FIND_DUE, which, DueSlice::read);
        List<UUID> ids = due.stream().flatMap(DueSlice::toClaim).toList();
        for (List<UUID> some : InList.parts(ids, h2 ? MOST_FOR_H2 : MOST)) {
            Statements.update(connection, CLAIM.formatted(InList.marks(some)), values -> {
                values.text(claimant.holder()).time(now.plus(claimant.life())).time(now);
                InList.each(some, values::id);
            });
        }
        return due;
    }

    /** Because H2 would lock and sort all that is due, perhaps a million rows, before it counts to the limit. */
    private static List<Due> inTwoSteps(Connection connection, Statements.Binding which) throws SQLException {
        List<UUID> ids = Statements.all(connection, NAME_DUE, which, row -> Columns.uuid(row.getBytes(1)));
        List<Due> due = new ArrayList<>();
        for (List<UUID> some : InList.parts(ids, MOST_FOR_H2)) {
            String sql = FIND_NAMED.formatted(InList.marks(some));
            due.addAll(Statements.all(connection, sql, values -> InList.each(some, values::id), DueSlice::read));
        }
        return due;
    }

    private static Due read(ResultSet row) throws SQLException {
        var found = ConnectionReader.readStrictly(row);
        if (found.isEmpty()) {
            return new Due.Unfit(new ConnectionId(Columns.uuid(row.getBytes("id"))), row.getLong("token_version"));
        }
        var connection = found.get();
        return new Due.Claimed(
                connection,
                new Lease(connection.id(), connection.version(), row.getLong(FENCE) + 1, row.getInt(ATTEMPTED) == 1));
    }

    private static Stream<UUID> toClaim(Due due) {
        return switch (due) {
            case Due.Claimed claimed -> Stream.of(claimed.connection().id().value());
            case Due.Unfit _ -> Stream.empty();
        };
    }
}
