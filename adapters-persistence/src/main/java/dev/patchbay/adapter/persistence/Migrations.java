package dev.patchbay.adapter.persistence;

import com.zaxxer.hikari.HikariDataSource;
import dev.patchbay.port.StoreUnavailable;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.logging.LogFactory;

/** Brings the tables to what this version needs. Never runs by itself: start-up looks at the keys before anything is written. */
@Singleton
public final class Migrations {

    private static final int CONNECTIONS_KEPT = 4;

    private final DataSource source;

    Migrations(DataSource source) {
        // Flyway brings its own connections and transactions.
        this.source = DelegatingDataSource.unwrapDataSource(source);
    }

    /**
     * Whether no version of ours ever wrote here. Writes nothing.
     *
     * @throws StoreUnavailable when the database does not answer
     */
    public boolean isEmpty() {
        try {
            return flyway().info().applied().length == 0;
        } catch (FlywayException e) {
            throw explained(e);
        }
    }

    /**
     * Applies what is missing, in order; with several processes one does it while the others wait. Idempotent.
     *
     * @throws StoreUnavailable when the database does not answer
     * @throws IllegalStateException when the database has tables of somebody else's, or of a later version of ours
     */
    public void migrate() {
        try {
            flyway().migrate();
        } catch (FlywayException e) {
            throw explained(e);
        }
        // From now on there is always one, without which an embedded database would be closed and could be another's.
        if (source instanceof HikariDataSource pool) {
            pool.setMinimumIdle(CONNECTIONS_KEPT);
        }
    }

    /**
     * How far the tables are.
     *
     * @param applied the version they are at; empty when there are none of ours
     * @param pending how many steps the next start takes
     * @param ahead steps of a later version of ours, which this one cannot work with
     * @param failed steps that were begun and not finished
     */
    public record Standing(Optional<String> applied, int pending, List<String> ahead, List<String> failed) {}

    /** Writes nothing. @throws StoreUnavailable when the database does not answer */
    public Standing standing() {
        try {
            var info = flyway().info();
            List<MigrationInfo> all = List.of(info.all());
            return new Standing(
                    Optional.ofNullable(info.current()).map(one -> String.valueOf(one.getVersion())),
                    info.pending().length,
                    named(all, MigrationState.FUTURE_SUCCESS, MigrationState.MISSING_SUCCESS),
                    named(all, MigrationState.FAILED, MigrationState.FUTURE_FAILED, MigrationState.MISSING_FAILED));
        } catch (FlywayException e) {
            throw explained(e);
        }
    }

    /** Brings empty tables to an earlier version of ours, for rows of that version; {@link #migrate} takes them further. */
    void migrateTo(String version) {
        try {
            flyway(MigrationVersion.fromVersion(version)).migrate();
        } catch (FlywayException e) {
            throw explained(e);
        }
    }

    private static List<String> named(List<MigrationInfo> all, MigrationState... states) {
        return all.stream()
                .filter(one -> List.of(states).contains(one.getState()))
                .map(one -> one.getVersion() + " " + one.getDescription())
                .toList();
    }

    /** The version of the tables; empty when there are none. */
    Optional<String> version() {
        return standing().applied();
    }

    /** Whether this version of ours has that migration. */
    boolean knows(String version) {
        return Arrays.stream(flyway().info().all())
                .anyMatch(one -> one.getVersion() != null
                        && one.getVersion().getVersion().equals(version)
                        && !one.getState().name().startsWith("FUTURE"));
    }

    private Flyway flyway() {
        return flyway(MigrationVersion.LATEST);
    }

    private Flyway flyway(MigrationVersion target) {
        Flyway flyway = Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .target(target)
                .cleanDisabled(true)
                .ignoreMigrationPatterns(new String[0])
                .load();
        // Loading resets it.
        LogFactory.setLogCreator(FlywayLog::new);
        return flyway;
    }

    private static RuntimeException explained(FlywayException e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql) {
                String what = SqlFailure.describe(sql);
                return switch (SqlFailure.of(sql)) {
                    case OUTAGE, CLOSED, READ_ONLY, CONTENTION -> new StoreUnavailable(what, null);
                    case DUPLICATE, ORPHAN, REFERENCED, DEFECT ->
                        new IllegalStateException("a migration failed: " + what, e);
                };
            }
        }
        return new IllegalStateException("the database's tables do not fit this version", e);
    }
}
