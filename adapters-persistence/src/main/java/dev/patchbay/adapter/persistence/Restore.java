package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.activity.AuditChain;
import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.port.StoreUnavailable;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Puts a backup in the place of all that a database holds. No service may run on that database. */
@Singleton
public final class Restore {

    /** What was under way when the backup was made, and must not go on. */
    private static final List<String> OVER = List.of(
            "DELETE FROM attempt",
            "DELETE FROM parked_grant",
            "DELETE FROM account_merge",
            "DELETE FROM chat_link",
            "DELETE FROM chat_sign_in",
            "DELETE FROM chat_outbox",
            "DELETE FROM vault_reader",
            "DELETE FROM acme_challenge",
            "DELETE FROM app_allowance",
            "UPDATE chat_bot SET holder = NULL, process = NULL, held_until = NULL",
            "UPDATE certificate_order SET holder = NULL, held_until = NULL",
            "UPDATE connection SET lease_owner = NULL, lease_until = NULL");

    /** A table that is there from before the first row until after the last step. */
    private static final String UNDER_WAY = "restore_under_way";

    private static final String SESSIONS = "UPDATE session SET ended_at = ? WHERE ended_at IS NULL";

    private final DataSource source;
    private final Migrations migrations;

    Restore(DataSource source, Migrations migrations) {
        // One connection with a long transaction of its own, which no other statement of ours joins.
        this.source = DelegatingDataSource.unwrapDataSource(source);
        this.migrations = migrations;
    }

    /** Reads all of the file and writes nothing. */
    public static BackupReading check(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new BackupReading.Sound(BackupStream.read(in, BackupStream.NOBODY));
        } catch (NoSuchFileException e) {
            return new BackupReading.Damaged("is not there");
        } catch (EOFException e) {
            return new BackupReading.Damaged("is not whole: it ends too early");
        } catch (IOException e) {
            return new BackupReading.Damaged(
                    e.getMessage() != null && e.getMessage().startsWith("has ")
                            ? e.getMessage()
                            : "is damaged or cannot be read: " + e.getMessage());
        }
    }

    /** Whether it begins as a backup does. */
    public static boolean isBackup(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(BackupStream.BEGIN.length), BackupStream.BEGIN);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Whether this version of ours knows the backup's tables. */
    public boolean fits(BackupHeader header) {
        return migrations.knows(header.schema());
    }

    /** Whether nothing would be lost: there are no tables, or nobody was ever served from them. */
    public boolean isUnused() {
        if (migrations.isEmpty()) {
            return true;
        }
        return onConnection(connection -> {
            Set<String> tables = new TreeSet<>(OurTables.of(connection));
            for (String table : List.of("account", "vault_key", "sealed_secret")) {
                if (tables.contains(table)
                        && !Statements.all(
                                        connection,
                                        "SELECT 1 FROM " + table + " LIMIT 1",
                                        values -> {},
                                        row -> row.getInt(1))
                                .isEmpty()) {
                    return false;
                }
            }
            return true;
        });
    }

    /** Whether {@link #run} began here and {@link #finish} never came: what is in the database is not to be served. */
    public boolean isHalfDone() {
        return onConnection(connection -> OurTables.of(connection).contains(UNDER_WAY));
    }

    /** Everything that is to be done after {@link #run} is done: the database may be served. */
    public void finish() {
        onConnection(connection -> execute(connection, "DROP TABLE " + UNDER_WAY));
    }

    /** Accounts that are here again, although they were erased after the backup was made, as far as the database knew that before. */
    public List<AccountId> erasedBefore(AuditChain chain) {
        return onConnection(connection -> {
            Set<Fingerprint> erased = new HashSet<>(Statements.all(
                    connection,
                    "SELECT owner FROM audit_erasure",
                    values -> {},
                    row -> Fingerprint.stored(row.getBytes(1))));
            return erased.isEmpty()
                    ? List.<AccountId>of()
                    : Statements.all(connection, "SELECT id FROM account", values -> {}, row -> row.getString(1))
                            .stream()
                            .map(AccountId::new)
                            .filter(id -> erased.contains(chain.owner(id)))
                            .toList();
        });
    }

    /**
     * Removes what is there and writes the backup's rows; then brings the tables to this version and ends what was under way:
     * attempts, sessions, claims, codes and messages. Stopped half-way it leaves a database that is {@link #isHalfDone}, or one without rows, and
     * can be run again. Afterwards comes {@link #finish}.
     *
     * @param file one that was found sound
     */
    public void run(Path file, BackupHeader header, Instant now) {
        // Platforms seen to rotate, and accounts erased since the backup was made, are not to be forgotten.
        List<Object[]> rotations = kept("rotation", "SELECT platform, seen_at FROM rotation");
        List<Object[]> erasures = kept("audit_erasure", "SELECT owner, proof FROM audit_erasure");
        if (!migrations.isEmpty()) {
            onConnection(Restore::dropAll);
        }
        migrations.migrateTo(header.schema());
        // Only now, because migrations want a database of their own.
        onConnection(connection -> execute(connection, "CREATE TABLE " + UNDER_WAY + " (id INT NOT NULL PRIMARY KEY)"));
        onConnection(connection -> load(connection, file));
        migrations.migrate();
        onConnection(connection -> {
            for (String sql : OVER) {
                Statements.update(connection, sql, values -> {});
            }
            Statements.update(connection, SESSIONS, values -> values.time(now));
            keep(connection, "rotation", "platform", "seen_at", rotations);
            keep(connection, "audit_erasure", "owner", "proof", erasures);
            return true;
        });
    }

    private List<Object[]> kept(String table, String sql) {
        return migrations.isEmpty()
                ? List.of()
                : onConnection(connection -> OurTables.of(connection).contains(table)
                        ? Statements.all(
                                connection, sql, values -> {}, row -> new Object[] {row.getObject(1), row.getObject(2)})
                        : List.of());
    }

    private static void keep(Connection connection, String table, String key, String value, List<Object[]> rows)
            throws SQLException {
        String known = "SELECT COUNT(*) FROM %s WHERE %s = ?".formatted(table, key);
        String add = "INSERT INTO %s (%s, %s) VALUES (?, ?)".formatted(table, key, value);
        for (Object[] row : rows) {
            try (var find = connection.prepareStatement(known);
                    var insert = connection.prepareStatement(add)) {
                find.setObject(1, row[0]);
                try (var found = find.executeQuery()) {
                    if (found.next() && found.getLong(1) == 0) {
                        insert.setObject(1, row[0]);
                        insert.setObject(2, row[1]);
                        insert.executeUpdate();
                    }
                }
            }
        }
    }

    private static boolean execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }

    private static boolean dropAll(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : OurTables.of(connection).reversed()) {
                statement.execute("DROP TABLE " + table);
            }
            statement.execute("DROP TABLE " + OurTables.HISTORY);
        }
        return true;
    }

    private static boolean load(Connection connection, Path file) throws SQLException {
        connection.setAutoCommit(false);
        try (InputStream in = Files.newInputStream(file)) {
            for (String table : OurTables.of(connection).reversed()) {
                Statements.update(connection, "DELETE FROM " + table, values -> {});
            }
            BackupStream.read(in, new RestoredRows(connection));
            connection.commit();
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private <T> T onConnection(Database.Work<T> work) {
        try (Connection connection = source.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            String what = SqlFailure.describe(e);
            throw switch (SqlFailure.of(e)) {
                case OUTAGE, CLOSED, READ_ONLY, CONTENTION ->
                    new StoreUnavailable("the database does not answer: " + what, null);
                case DUPLICATE, ORPHAN, REFERENCED, DEFECT ->
                    new IllegalStateException("the database refused a statement of the restore: " + what);
            };
        }
    }
}
