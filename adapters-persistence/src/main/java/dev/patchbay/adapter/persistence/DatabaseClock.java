package dev.patchbay.adapter.persistence;

import dev.patchbay.port.StoreUnavailable;
import io.micronaut.context.annotation.Primary;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database's clock, in whole microseconds, so that all processes agree about time. It is read when first needed and
 * by {@link #synchronise()}; in between this process counts on by its steady clock, so asking costs nothing and a jump of
 * this machine's wall clock does no harm. Safe for many threads.
 */
@Singleton
@Primary
public final class DatabaseClock extends Clock {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseClock.class);
    private static final int SAMPLES = 3;

    /** Reads the database's clock. */
    @FunctionalInterface
    interface Remote {
        Instant now() throws SQLException;
    }

    /** The database's time at one reading of the steady clock. */
    private record Anchor(Instant time, long nanos) {}

    private final Remote remote;
    private final LongSupplier steady;
    private volatile @Nullable Anchor anchor;

    @Inject
    DatabaseClock(DataSource source) {
        this(reading(DelegatingDataSource.unwrapDataSource(source)), System::nanoTime);
    }

    DatabaseClock(Remote remote, LongSupplier steady) {
        this.remote = remote;
        this.steady = steady;
    }

    /**
     * Reads the database's clock again. While the database is away the clock goes on from its last reading.
     *
     * @throws StoreUnavailable when the database is away and was never read
     */
    public void synchronise() {
        try {
            anchor = measure();
        } catch (SQLException e) {
            if (anchor == null) {
                throw new StoreUnavailable("the database's clock cannot be read: " + SqlFailure.describe(e), null);
            }
            LOG.warn("the database's clock cannot be read now; counting on ({})", SqlFailure.describe(e));
        }
    }

    /** @throws StoreUnavailable when the database is away and was never read */
    @Override
    public Instant instant() {
        Anchor known = anchor;
        while (known == null) {
            synchronise();
            known = anchor;
        }
        return known.time().plusNanos(steady.getAsLong() - known.nanos()).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** The same clock seen from another zone. */
    @Override
    public Clock withZone(ZoneId zone) {
        DatabaseClock same = this;
        return new Clock() {
            @Override
            public Instant instant() {
                return same.instant();
            }

            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return same.withZone(other);
            }
        };
    }

    /** Of a few samples the one with the shortest way; the answer is taken to be from its middle. */
    private Anchor measure() throws SQLException {
        Anchor best = null;
        long shortest = Long.MAX_VALUE;
        for (int sample = 0; sample < SAMPLES || best == null; sample++) {
            long sent = steady.getAsLong();
            Instant time = remote.now();
            long way = steady.getAsLong() - sent;
            if (best == null || way < shortest) {
                shortest = way;
                best = new Anchor(time, sent + way / 2);
            }
        }
        return best;
    }

    private static Remote reading(DataSource pool) {
        return () -> ask(pool);
    }

    private static Instant ask(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT CURRENT_TIMESTAMP(6)");
                ResultSet result = statement.executeQuery()) {
            if (!result.next()) {
                throw new SQLException("no row");
            }
            return result.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
