package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.merge.Change;
import dev.patchbay.domain.merge.Holdings;
import dev.patchbay.domain.merge.Merge;
import dev.patchbay.domain.merge.MergeProof;
import dev.patchbay.port.account.Merges.Outcome;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gets hold of all that a merge concerns before anything is written, in one order for everybody: accounts, the proof, connections. Whoever
 * writes a row of an account waits for that account's row, or was there before and is seen.
 */
final class MergeLocks {

    private static final String ACCOUNT = "SELECT id FROM account WHERE id = ? FOR UPDATE";

    private static final String USE_PROOF = """
        DELETE FROM account_merge WHERE account_id = ? AND session_id = ? AND other_id = ? AND expires_at > ?
        """;

    private static final String CLAIM = """
        SELECT lease_owner, lease_until, attempt_started_at, status FROM connection WHERE id = ? FOR UPDATE
        """;

    private static final String CONNECTIONS = "SELECT id FROM connection WHERE account_id = ?";
    private static final String MADE_WITH = "SELECT id FROM connection WHERE app_provider = ? AND client_id = ?";
    private static final String PARKED = "SELECT id FROM parked_grant WHERE account_id = ?";
    private static final String SEATS = "SELECT id FROM seat WHERE holder_id = ?";
    private static final String METHODS = "SELECT provider, issuer, subject FROM sign_in_method WHERE account_id = ?";
    private static final String APPS = "SELECT platform, version FROM own_app WHERE account_id = ?";

    private final Connection connection;
    private final Merge merge;

    MergeLocks(Connection connection, Merge merge) {
        this.connection = connection;
        this.merge = merge;
    }

    /** @throws JdbcMerges.Abandoned when something is not as it was read, or is in use */
    void take(Instant now) throws SQLException {
        for (AccountId account : Stream.of(merge.kept(), merge.ended())
                .sorted((a, b) -> a.value().compareTo(b.value()))
                .toList()) {
            require(!Statements.all(
                            connection, ACCOUNT, values -> values.text(account.value()), row -> row.getString(1))
                    .isEmpty());
        }
        MergeProof proof = merge.proof();
        int used = Statements.update(
                connection, USE_PROOF, values -> values.text(proof.account().value())
                        .id(proof.session().value())
                        .text(proof.other().value())
                        .time(now));
        if (used == 0) {
            throw new JdbcMerges.Abandoned(new Outcome.NotProven());
        }
        lockConnections();
        requireAsRead(merge.draft().kept());
        requireAsRead(merge.draft().ended());
        for (OwnApp app : merge.draft().appsMoved()) {
            Set<ConnectionId> known = concerned().collect(Collectors.toSet());
            require(known.containsAll(Statements.all(
                    connection,
                    MADE_WITH,
                    values -> values.text(app.platform().value()).exact(app.id().name()),
                    row -> new ConnectionId(Columns.uuid(row.getBytes(1))))));
        }
    }

    private Stream<ConnectionId> concerned() {
        return Stream.concat(merge.connections().stream().map(Change::before), merge.draft().connectionsLost().stream())
                .map(dev.patchbay.domain.connection.Connection::id);
    }

    private void lockConnections() throws SQLException {
        var ordered = new TreeMap<String, ConnectionId>();
        concerned().forEach(id -> ordered.put(id.value().toString(), id));
        for (ConnectionId id : ordered.values()) {
            Optional<Boolean> idle =
                    Statements.one(connection, CLAIM, values -> values.id(id.value()), MergeLocks::isIdle);
            require(idle.isPresent());
        }
    }

    /** An ended connection may have been left in doubt for ever; nothing renews it. */
    private static boolean isIdle(ResultSet row) throws SQLException {
        boolean claimed = row.getString(1) != null;
        boolean inDoubt = Columns.time(row, 3).isPresent();
        boolean mayBeRenewed = Set.of(StandingStatus.ACTIVE.name(), StandingStatus.WAITING.name())
                .contains(row.getString(4));
        if (claimed || (inDoubt && mayBeRenewed)) {
            throw new JdbcMerges.Abandoned(new Outcome.Busy(Columns.time(row, 2)));
        }
        return true;
    }

    private void requireAsRead(Holdings read) throws SQLException {
        AccountId account = read.account();
        same(account, CONNECTIONS, MergeLocks::id, read.connections(), one -> one.id()
                .value()
                .toString());
        same(account, PARKED, MergeLocks::id, read.parked(), one -> one.id()
                .value()
                .toString());
        same(account, SEATS, MergeLocks::id, read.seats(), one -> one.id()
                .value()
                .toString());
        same(
                account,
                METHODS,
                MergeLocks::method,
                read.methods(),
                one -> String.join(
                        "\n",
                        one.identity().provider().value(),
                        one.identity().issuer(),
                        one.identity().subject()));
        same(account, APPS, MergeLocks::app, read.apps(), app -> app.platform().value() + " " + app.version());
    }

    private static String id(ResultSet row) throws SQLException {
        return Columns.uuid(row.getBytes(1)).toString();
    }

    private static String method(ResultSet row) throws SQLException {
        return String.join("\n", row.getString(1), Columns.text(row.getBytes(2)), Columns.text(row.getBytes(3)));
    }

    private static String app(ResultSet row) throws SQLException {
        return row.getString(1) + " " + row.getLong(2);
    }

    private <T> void same(
            AccountId account, String sql, Statements.Reading<String> reading, List<T> read, Function<T, String> name)
            throws SQLException {
        Set<String> there = new HashSet<>(
                Statements.all(connection, sql + " FOR UPDATE", values -> values.text(account.value()), reading));
        require(there.equals(read.stream().map(name).collect(Collectors.toSet())));
    }

    static void require(boolean asRead) {
        if (!asRead) {
            throw new JdbcMerges.Abandoned(new Outcome.Changed());
        }
    }
}
