package dev.patchbay.adapter.persistence;

import dev.patchbay.port.StoreUnavailable;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.h2.engine.Constants;

/** Writes all that the database holds at one moment to a file, while others go on writing. Works in little memory. */
@Singleton
public final class Backup {

    private static final int STREAMED_BY_MYSQL = Integer.MIN_VALUE;

    private final DataSource source;
    private final Migrations migrations;

    Backup(DataSource source, Migrations migrations) {
        // One connection with a long transaction of its own, which no other statement of ours joins.
        this.source = DelegatingDataSource.unwrapDataSource(source);
        this.migrations = migrations;
    }

    /**
     * Writes a file that its owner alone may read. It is complete and on disk as soon as it has its name; before, nothing has that name, or
     * the backup that was there.
     *
     * @param masterKeyId of the key that opens what is sealed in it
     * @throws IOException when the file cannot be written; none is left behind then
     * @throws StoreUnavailable when the database stops answering; no file is left behind either
     */
    public BackupHeader write(Path file, String masterKeyId, Instant now) throws IOException {
        Path whole = file.toAbsolutePath().normalize();
        Path aside = whole.resolveSibling(whole.getFileName() + ".part");
        Files.deleteIfExists(aside);
        boolean done = false;
        try (FileChannel channel = FileChannel.open(
                aside,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            BackupHeader header = write(Channels.newOutputStream(channel), masterKeyId, now);
            channel.force(true);
            Files.move(aside, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            done = true;
            syncFolder(whole);
            return header;
        } finally {
            if (!done) {
                Files.deleteIfExists(aside);
            }
        }
    }

    private static void syncFolder(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private BackupHeader write(OutputStream out, String masterKeyId, Instant now) throws IOException {
        String schema = migrations.version().orElse("0");
        try (Connection connection = source.getConnection()) {
            boolean h2 = Statements.isH2(connection);
            try {
                beginSnapshot(connection, h2);
                List<String> tables = OurTables.of(connection);
                Map<String, Long> rows = new LinkedHashMap<>();
                for (String table : tables) {
                    rows.put(table, count(connection, table));
                }
                var header = new BackupHeader(schema, now, engine(connection), masterKeyId, rows);
                var writer = new BackupStream.Writer(out, header);
                for (String table : tables) {
                    table(connection, table, h2, writer);
                }
                writer.finish();
                return header;
            } finally {
                endSnapshot(connection, h2);
            }
        } catch (SQLException e) {
            String what = SqlFailure.describe(e);
            if (SqlFailure.of(e) == SqlFailure.DEFECT) {
                throw new IllegalStateException("the backup's statements were refused: " + what);
            }
            throw new StoreUnavailable("the database did not give all that is in it: " + what, null);
        }
    }

    /** From its first statement on, the transaction sees all tables as they are at that moment. */
    private static void beginSnapshot(Connection connection, boolean h2) throws SQLException {
        connection.setTransactionIsolation(
                h2 ? Constants.TRANSACTION_SNAPSHOT : Connection.TRANSACTION_REPEATABLE_READ);
        if (h2) {
            // Otherwise whole tables would be collected in memory before their first row is seen.
            execute(connection, "SET LAZY_QUERY_EXECUTION 1");
        }
        connection.setAutoCommit(false);
        if (!h2) {
            execute(connection, "START TRANSACTION WITH CONSISTENT SNAPSHOT");
        }
    }

    private static void endSnapshot(Connection connection, boolean h2) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        if (h2) {
            execute(connection, "SET LAZY_QUERY_EXECUTION 0");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String engine(Connection connection) throws SQLException {
        var data = connection.getMetaData();
        return data.getDatabaseProductName() + " " + data.getDatabaseProductVersion();
    }

    private static long count(Connection connection, String table) throws SQLException {
        return Statements.one(connection, "SELECT COUNT(*) FROM " + table, values -> {}, row -> row.getLong(1))
                .orElse(0L);
    }

    private static void table(Connection connection, String table, boolean h2, BackupStream.Writer writer)
            throws SQLException, IOException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT * FROM " + table, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            statement.setFetchSize(h2 ? 100 : STREAMED_BY_MYSQL);
            try (ResultSet rows = statement.executeQuery()) {
                ResultSetMetaData data = rows.getMetaData();
                List<String> columns = new ArrayList<>();
                List<BackupCell> cells = new ArrayList<>();
                for (int i = 1; i <= data.getColumnCount(); i++) {
                    columns.add(data.getColumnName(i).toLowerCase(Locale.ROOT));
                    cells.add(BackupCell.ofType(data.getColumnType(i)));
                }
                writer.table(columns, cells);
                while (rows.next()) {
                    writer.row();
                    for (int i = 0; i < cells.size(); i++) {
                        writer.cell(cells.get(i), cells.get(i).of(rows, i + 1));
                    }
                }
                writer.endOfTable();
            }
        }
    }
}
