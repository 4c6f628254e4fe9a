package dev.patchbay.adapter.persistence;

import dev.patchbay.adapter.persistence.LockPresence.Line;
import dev.patchbay.port.StoreUnavailable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Whether our promises hold on the database as it is set up. Asked at start-up, before the first write; writes nothing. */
@Singleton
public final class DatabaseCheck {

    /** How long a server may take to notice that a connection ended. */
    private static final Duration NOTICES_WITHIN = Duration.ofSeconds(5);

    private static final String VARIABLES = "SHOW GLOBAL VARIABLES WHERE Variable_name IN (%s)"
            .formatted("'" + String.join("', '", ServerRules.VARIABLES) + "'");

    private static final String SKIP_LOCKED = "SELECT one FROM (SELECT 1 AS one) t FOR UPDATE SKIP LOCKED";
    private static final int SYNTAX_ERROR = 1064;

    /**
     * What was found, one line each that says what to do.
     *
     * @param refusals without a change the service must not start
     * @param warnings what the operator should know
     */
    public record Findings(List<String> refusals, List<String> warnings) {
        public Findings {
            refusals = List.copyOf(refusals);
            warnings = List.copyOf(warnings);
        }
    }

    /** None when the database is embedded. */
    private final @Nullable Line line;

    @Inject
    DatabaseCheck(DatabaseSettings settings) {
        this(settings.isEmbedded() ? null : PresenceFactory.line(settings));
    }

    DatabaseCheck(@Nullable Line line) {
        this.line = line;
    }

    /**
     * Looks at the server's settings and tries what we rely on. Waits for a server that does not answer yet: it may have been
     * started together with this process.
     *
     * @param patience how long; a server that answers and refuses the user is not waited for
     * @throws StoreUnavailable when the database does not answer
     */
    public Findings run(Duration patience) {
        if (line == null) {
            return new Findings(List.of(), List.of());
        }
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return look(line);
            } catch (SQLException e) {
                if (!isSilence(e) || System.nanoTime() > end) {
                    throw new StoreUnavailable("the database cannot be checked: " + SqlFailure.describe(e), null);
                }
                LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            }
        }
    }

    /** Nobody there, or nobody listening yet. */
    private static boolean isSilence(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("08") || e instanceof SQLTransientConnectionException;
    }

    private static Findings look(Line line) throws SQLException {
        try (Connection connection = line.open()) {
            Map<String, String> variables = variables(connection);
            List<String> refusals = new ArrayList<>(ServerRules.refusals(variables));
            if (!skipsLocked(connection)) {
                refusals.add("the database does not understand SELECT ... FOR UPDATE SKIP LOCKED;"
                        + " use MariaDB 10.6 or MySQL 8.0.19, or later, without a proxy that rewrites statements");
            }
            locksFail(line, connection).ifPresent(refusals::add);
            return new Findings(refusals, ServerRules.warnings(variables));
        }
    }

    private static Map<String, String> variables(Connection connection) throws SQLException {
        Map<String, String> all = new HashMap<>();
        Statements.all(
                connection,
                VARIABLES,
                none -> {},
                row -> all.put(
                        row.getString(1).toLowerCase(Locale.ROOT),
                        Optional.ofNullable(row.getString(2)).orElse("")));
        return all;
    }

    private static boolean skipsLocked(Connection connection) throws SQLException {
        try {
            return !Statements.all(connection, SKIP_LOCKED, none -> {}, row -> row.getInt(1))
                    .isEmpty();
        } catch (SQLException e) {
            if (e.getErrorCode() == SYNTAX_ERROR) {
                return false;
            }
            throw e;
        }
    }

    /** Found out by trying: a proxy that shares connections among clients has the functions, and they exclude nobody. */
    private static Optional<String> locksFail(Line line, Connection ours) throws SQLException {
        String name = "patchbay:check:" + UUID.randomUUID();
        try {
            boolean excludes;
            try (Connection theirs = line.open()) {
                excludes = ask(theirs, "SELECT GET_LOCK(?, 0)", name) == 1
                        && ask(ours, "SELECT GET_LOCK(?, 0)", name) == 0
                        && ask(ours, "SELECT IS_FREE_LOCK(?)", name) == 0
                        && ask(theirs, "SELECT IS_USED_LOCK(?) = CONNECTION_ID()", name) == 1;
            }
            return excludes && isFreedSoon(ours, name)
                    ? Optional.empty()
                    : Optional.of(
                            "GET_LOCK of the database does not tell processes apart; connect to the server itself,"
                                    + " without a proxy that shares connections");
        } catch (SQLException e) {
            if (SqlFailure.of(e) != SqlFailure.DEFECT) {
                throw e;
            }
            return Optional.of("the database has no GET_LOCK and IS_FREE_LOCK (" + SqlFailure.describe(e)
                    + "); use MariaDB or MySQL themselves");
        }
    }

    private static boolean isFreedSoon(Connection connection, String name) throws SQLException {
        long end = System.nanoTime() + NOTICES_WITHIN.toNanos();
        while (System.nanoTime() < end) {
            if (ask(connection, "SELECT IS_FREE_LOCK(?)", name) == 1) {
                return true;
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        return false;
    }

    private static int ask(Connection connection, String sql, String name) throws SQLException {
        return Statements.one(connection, sql, values -> values.text(name), row -> row.getInt(1))
                .orElse(0);
    }
}
