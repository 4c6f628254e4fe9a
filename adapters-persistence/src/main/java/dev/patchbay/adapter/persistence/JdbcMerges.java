package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.merge.Merge;
import dev.patchbay.domain.merge.MergeProof;
import dev.patchbay.domain.session.SessionId;
import dev.patchbay.port.account.Merges;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

@Singleton
final class JdbcMerges implements Merges {

    private static final String PROVEN = """
        SELECT account_id, session_id, other_id, expires_at FROM account_merge
        WHERE account_id = ? AND session_id = ? AND expires_at > ?
        """;

    private static final String FORGET = "DELETE FROM account_merge WHERE account_id = ?";

    private static final String PROVE = """
        INSERT INTO account_merge (account_id, session_id, other_id, expires_at) VALUES (?, ?, ?, ?)
        """;

    private static final String WITHDRAW = "DELETE FROM account_merge WHERE account_id = ? AND session_id = ?";

    private static final String INTO = "SELECT merged_into FROM trail WHERE id = ? AND merged_into IS NOT NULL";

    private static final String PURGE = "DELETE FROM account_merge WHERE expires_at < ? LIMIT 1000";

    private final Database database;

    JdbcMerges(Database database) {
        this.database = database;
    }

    @Override
    public void prove(MergeProof proof) {
        int _ = database.togetherByHand(connection -> {
            Statements.update(
                    connection, FORGET, values -> values.text(proof.account().value()));
            return Statements.update(
                    connection, PROVE, values -> values.text(proof.account().value())
                            .id(proof.session().value())
                            .text(proof.other().value())
                            .time(proof.until()));
        });
    }

    @Override
    public Optional<MergeProof> proven(AccountId account, SessionId session, Instant now) {
        return database.byHand(connection -> Statements.one(
                connection,
                PROVEN,
                values -> values.text(account.value()).id(session.value()).time(now),
                JdbcMerges::read));
    }

    private static MergeProof read(ResultSet row) throws SQLException {
        return new MergeProof(
                new AccountId(row.getString(1)),
                new SessionId(Columns.uuid(row.getBytes(2))),
                new AccountId(row.getString(3)),
                Columns.time(row, 4).orElseThrow());
    }

    @Override
    public boolean withdraw(AccountId account, SessionId session) {
        return database.changesByHand(
                WITHDRAW, values -> values.text(account.value()).id(session.value()));
    }

    /**
     * One transaction. What does not fit any more is found by statements that name what was read, or by the tables' own rules; either way
     * nothing of it is kept.
     */
    @Override
    public Outcome merge(Merge merge, Instant now) {
        try {
            boolean done = database.letsTogetherByHand(connection -> all(connection, merge, now));
            if (!done) {
                return new Outcome.Changed();
            }
            database.reachDisk();
            return new Outcome.Done();
        } catch (Abandoned abandoned) {
            return abandoned.outcome;
        }
    }

    private static int all(Connection connection, Merge merge, Instant now) throws SQLException {
        new MergeLocks(connection, merge).take(now);
        MergedRows rows = new MergedRows(connection, merge);
        rows.moveMethods();
        rows.moveConnections();
        rows.moveApps();
        rows.moveTheRest();
        rows.end(now);
        return 1;
    }

    /** Rolls everything back. It carries no message, because it is caught here. */
    static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Outcome outcome;

        Abandoned(Outcome outcome) {
            super(null, null, false, false);
            this.outcome = outcome;
        }
    }

    @Override
    public Optional<AccountId> mergedInto(AccountId ended) {
        return database.byHand(connection -> Statements.one(
                connection, INTO, values -> values.text(ended.value()), row -> new AccountId(row.getString(1))));
    }

    @Override
    public int purge(Instant before) {
        return database.byHand(connection -> Statements.update(connection, PURGE, values -> values.time(before)));
    }
}
