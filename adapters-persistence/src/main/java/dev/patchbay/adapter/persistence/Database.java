package dev.patchbay.adapter.persistence;

import com.zaxxer.hikari.HikariDataSource;
import dev.patchbay.port.Pause;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.StoreUnavailable;
import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Where all statements go: lends them a connection, tries again after a deadlock, and says what failures mean. Outages
 * are {@link StoreUnavailable}, mistakes are {@link IllegalStateException}; neither carries the driver's message or
 * exception, which may quote values.
 */
@Singleton
final class Database {

    private static final int RETRIES = 3;
    private static final int MAX_WAIT_MILLIS = 40;

    /** A statement of plain JDBC. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private final DataSource source;
    private final ConnectionOperations<Connection> connections;
    private final TransactionOperations<Connection> transactions;
    private final SecretSource random;
    private final Pause pause;
    private volatile boolean syncsByItself;

    Database(
            DataSource source,
            ConnectionOperations<Connection> connections,
            TransactionOperations<Connection> transactions,
            SecretSource random,
            Pause pause) {
        this.source = source;
        this.connections = connections;
        this.transactions = transactions;
        this.random = random;
        this.pause = pause;
    }

    /** Runs one statement, a transaction of its own; after a deadlock again. */
    <T> T run(Supplier<T> statement) {
        // Without a connection around it a repository would ask for a read-only one: two more round trips to MySQL.
        return trying(() -> connections.execute(ConnectionDefinition.DEFAULT, status -> statement.get()));
    }

    /** As {@link #run}, for what no repository does. */
    <T> T byHand(Work<T> work) {
        return trying(
                () -> connections.execute(ConnectionDefinition.DEFAULT, status -> on(status.getConnection(), work)));
    }

    private static <T> T on(Connection connection, Work<T> work) {
        try {
            return work.on(connection);
        } catch (SQLException e) {
            throw new DataAccessException("by hand", e);
        }
    }

    /** Whether the statement found a row. */
    boolean changes(IntSupplier statement) {
        return run(statement::getAsInt) > 0;
    }

    /** As {@link #changes}, for what no repository does. */
    boolean changesByHand(String sql, Statements.Binding binding) {
        return byHand(connection -> Statements.update(connection, sql, binding)) > 0;
    }

    /** Whether there was room: false when a row with one of its unique keys is there already. */
    boolean adds(IntSupplier insert) {
        return run(() -> isNew(insert));
    }

    /** As {@link #adds}, for what no repository does. */
    boolean addsByHand(Work<Integer> insert) {
        return run(() -> isNew(
                () -> connections.execute(ConnectionDefinition.DEFAULT, status -> on(status.getConnection(), insert))));
    }

    /** Whether it found a row to change and the tables' own rules let it: no unique or foreign key spoke against it. */
    boolean letsByHand(Work<Integer> statement) {
        return run(() -> isLet(() ->
                connections.execute(ConnectionDefinition.DEFAULT, status -> on(status.getConnection(), statement))));
    }

    /** As {@link #letsByHand}, for several statements: all of them are done, or none. */
    boolean letsTogetherByHand(Work<Integer> statements) {
        return trying(() -> isLet(() ->
                transactions.execute(TransactionDefinition.DEFAULT, status -> on(status.getConnection(), statements))));
    }

    private static boolean isLet(IntSupplier statement) {
        try {
            return statement.getAsInt() > 0;
        } catch (RuntimeException e) {
            SQLException said = saidBy(e);
            if (said == null) {
                throw e;
            }
            return switch (SqlFailure.of(said)) {
                case DUPLICATE, ORPHAN, REFERENCED -> false;
                case CONTENTION, READ_ONLY, CLOSED, OUTAGE, DEFECT -> throw e;
            };
        }
    }

    /** For rows whose keys are random or counted: a taken key is a mistake. */
    void addNew(IntSupplier insert) {
        if (!adds(insert)) {
            throw new IllegalStateException("the store has a row with that key already");
        }
    }

    /** All of the work or, when it says so by an empty result or fails, nothing of it. It may be run more than once. */
    <T> Optional<T> together(Supplier<Optional<T>> work) {
        return trying(() -> transactions.execute(TransactionDefinition.DEFAULT, status -> {
            Optional<T> result = work.get();
            if (result.isEmpty()) {
                status.setRollbackOnly();
            }
            return result;
        }));
    }

    /** As {@link #together}, for what no repository does; fails as a whole or is done as a whole. */
    <T> T togetherByHand(Work<T> work) {
        return trying(
                () -> transactions.execute(TransactionDefinition.DEFAULT, status -> on(status.getConnection(), work)));
    }

    /**
     * Returns when what is committed outlives the loss of power too. MySQL and MariaDB see to it with each commit; H2 leaves commits to
     * the operating system, which keeps them when the process dies, but not when the machine does.
     */
    void reachDisk() {
        if (!syncsByItself) {
            syncsByItself = byHand(connection -> {
                if (Statements.isH2(connection)) {
                    Statements.update(connection, "CHECKPOINT SYNC", values -> {});
                    return false;
                }
                return true;
            });
        }
    }

    /** As {@link #adds}, as part of something larger. */
    static boolean isNew(IntSupplier insert) {
        try {
            return insert.getAsInt() == 1;
        } catch (RuntimeException e) {
            SQLException said = saidBy(e);
            if (said != null && SqlFailure.of(said) == SqlFailure.DUPLICATE) {
                return false;
            }
            throw e;
        }
    }

    /** Not to be interrupted: an embedded database whose input or output is interrupted closes itself, for everybody. */
    private <T> T trying(Supplier<T> act) {
        boolean interrupted = Thread.interrupted();
        try {
            return retrying(act);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private <T> T retrying(Supplier<T> act) {
        for (int retries = RETRIES; ; retries--) {
            try {
                return act.get();
            } catch (RuntimeException e) {
                SQLException said = saidBy(e);
                if (said == null) {
                    // Of a row that does not fit, the mapper quotes values.
                    throw e instanceof DataAccessException
                            ? new IllegalStateException("the store has a row that does not fit this version")
                            : e;
                }
                SqlFailure kind = SqlFailure.of(said);
                if (kind != SqlFailure.CONTENTION || retries == 0) {
                    throw failure(kind, said);
                }
                pause.lasting(Duration.ofMillis(1 + random.nextBelow(MAX_WAIT_MILLIS)));
            }
        }
    }

    /** What the driver or the pool said; nothing when it was not theirs. */
    private static @Nullable SQLException saidBy(RuntimeException e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof SQLException said) {
                return said;
            }
        }
        return null;
    }

    private RuntimeException failure(SqlFailure kind, SQLException e) {
        String what = SqlFailure.describe(e);
        return switch (kind) {
            case ORPHAN -> new IllegalStateException("what this row belongs to is not in the store (any more)");
            case REFERENCED -> new IllegalStateException("another row in the store belongs to this one");
            case DUPLICATE -> new IllegalStateException("the store has a row with that key already");
            case DEFECT -> new IllegalStateException("the store refused a statement: " + what);
            case CONTENTION -> new StoreUnavailable("the store is too busy: " + what, null);
            case OUTAGE -> new StoreUnavailable("the store does not answer: " + what, null);
            case CLOSED -> {
                leaveConnections();
                yield new StoreUnavailable("the store was closed and is opened again: " + what, null);
            }
            case READ_ONLY -> {
                leaveConnections();
                yield new StoreUnavailable("the store takes no writes: " + what, null);
            }
        };
    }

    /**
     * After a failover the old server answers, read-only, and an embedded database that closed itself opens again for new
     * connections only; pooled ones would stay with either until they age out.
     */
    private void leaveConnections() {
        try {
            if (source.isWrapperFor(HikariDataSource.class)) {
                var pool = source.unwrap(HikariDataSource.class).getHikariPoolMXBean();
                if (pool != null) {
                    pool.softEvictConnections();
                }
            }
        } catch (SQLException notPooled) {
            // Then there is nothing to evict.
        }
    }
}
