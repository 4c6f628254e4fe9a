package dev.patchbay.adapter.persistence;

import com.zaxxer.hikari.HikariDataSource;
import dev.patchbay.port.Pause;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.StoreUnavailable;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Where all statements go: borrows a connection, tries again after a deadlock, and says what failures mean. Outages are
 * {@link StoreUnavailable}, mistakes are {@link IllegalStateException}; neither carries the driver's message or exception,
 * which may quote values.
 */
@Singleton
final class Database {

    private static final int RETRIES = 3;
    private static final int MAX_WAIT_MILLIS = 40;

    /** Statements that belong together. */
    @FunctionalInterface
    interface Work<T> {
        T in(Sql sql) throws SQLException;
    }

    private final DataSource source;
    private final SecretSource random;
    private final Pause pause;

    Database(DataSource source, SecretSource random, Pause pause) {
        this.source = source;
        this.random = random;
        this.pause = pause;
    }

    /** As {@link Sql#update}, a transaction of its own. */
    int update(String sql, @Nullable Object... values) {
        return run(connection -> new Sql(connection).update(sql, values));
    }

    /** As {@link Sql#insert}, a transaction of its own. */
    boolean insert(String sql, @Nullable Object... values) {
        return run(connection -> new Sql(connection).insert(sql, values));
    }

    /** For rows whose keys are random or counted: a taken key is a mistake. */
    void insertNew(String sql, @Nullable Object... values) {
        if (!insert(sql, values)) {
            throw new IllegalStateException("the store has a row with that key already");
        }
    }

    <T> Optional<T> one(Row.Reader<T> reader, String sql, @Nullable Object... values) {
        return run(connection -> new Sql(connection).one(reader, sql, values));
    }

    <T> List<T> list(Row.Reader<T> reader, String sql, @Nullable Object... values) {
        return run(connection -> new Sql(connection).list(reader, sql, values));
    }

    /** All of the work or, when it says so by an empty result or fails, nothing of it. It may be run more than once. */
    <T> Optional<T> together(Work<Optional<T>> work) {
        return run(connection -> {
            connection.setAutoCommit(false);
            try {
                Optional<T> result = work.in(new Sql(connection));
                if (result.isPresent()) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
                return result;
            } catch (SQLException | RuntimeException e) {
                undo(connection, e);
                throw e;
            } finally {
                restore(connection);
            }
        });
    }

    @FunctionalInterface
    private interface Step<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T run(Step<T> step) {
        for (int retries = RETRIES; ; retries--) {
            try (Connection connection = source.getConnection()) {
                return step.on(connection);
            } catch (SQLException e) {
                SqlFailure kind = SqlFailure.of(e);
                if (kind != SqlFailure.CONTENTION || retries == 0) {
                    throw failure(kind, e);
                }
                pause.lasting(Duration.ofMillis(1 + random.nextBelow(MAX_WAIT_MILLIS)));
            }
        }
    }

    private RuntimeException failure(SqlFailure kind, SQLException e) {
        String what = SqlFailure.describe(e);
        return switch (kind) {
            case ORPHAN -> new IllegalStateException("what this row belongs to is not in the store (any more)");
            case DUPLICATE -> new IllegalStateException("the store has a row with that key already");
            case DEFECT -> new IllegalStateException("the store refused a statement: " + what);
            case CONTENTION -> new StoreUnavailable("the store is too busy: " + what, null);
            case OUTAGE -> new StoreUnavailable("the store does not answer: " + what, null);
            case READ_ONLY -> {
                leaveDemotedServer();
                yield new StoreUnavailable("the store takes no writes: " + what, null);
            }
        };
    }

    /** After a failover the old server answers, read-only; pooled connections would stay with it until they age out. */
    private void leaveDemotedServer() {
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

    private static void undo(Connection connection, Exception because) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            because.addSuppressed(new IllegalStateException(SqlFailure.describe(e)));
        }
    }

    private static void restore(Connection connection) {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // The pool throws a connection away that it cannot restore.
        }
    }
}
