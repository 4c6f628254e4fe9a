package dev.patchbay.adapter.persistence;

import dev.patchbay.port.StoreUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Each process holds a named lock of the server for as long as it lives: the server frees it within milliseconds when the
 * process dies, and keeps it while the process hangs or is paused. Held on a connection of its own, looked after every second.
 *
 * <p>A server that was restarted, or has taken over from another, has nobody's locks at first. Others are asked about on the
 * very connection that holds our own lock, and only after it was held for a while without a break: in that time everybody who
 * lives has taken theirs again.
 */
final class LockPresence implements StoredPresence {

    /** How long our lock must have been held before a free lock of somebody else means that they are gone. */
    static final Duration SETTLED = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(LockPresence.class);
    private static final String PREFIX = "patchbay:";
    private static final int LONGEST_NAME = 64;
    private static final long LOOK_MILLIS = 1_000;

    /** Opens a connection that nobody else uses. */
    @FunctionalInterface
    interface Line {
        Connection open() throws SQLException;
    }

    private final String me;
    private final Line line;
    private final Duration settled;
    private final LongSupplier steadyNanos;
    private final ReentrantLock turn = new ReentrantLock();

    // All of these are read and written by whoever has the turn.
    private @Nullable Connection connection;
    private @Nullable ScheduledExecutorService lookingAfter;
    private long heldSince;
    private boolean closed;

    LockPresence(String me, Line line, Duration settled, LongSupplier steadyNanos) {
        this.me = me;
        this.line = line;
        this.settled = settled;
        this.steadyNanos = steadyNanos;
    }

    @Override
    public String me() {
        return me;
    }

    @Override
    public void start() {
        turn.lock();
        try {
            if (lookingAfter != null || closed) {
                return;
            }
            hold();
            lookingAfter = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("patchbay-presence").daemon().factory());
            var _ = lookingAfter.scheduleWithFixedDelay(
                    this::lookAfter, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (SQLException e) {
            leave();
            throw new StoreUnavailable("the database does not take our lock: " + SqlFailure.describe(e), null);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public boolean isGone(String holder) {
        if (holder.equals(me) || PREFIX.length() + holder.length() > LONGEST_NAME || !myTurn()) {
            return false;
        }
        try {
            boolean longEnough = connection != null && steadyNanos.getAsLong() - heldSince >= settled.toNanos();
            return longEnough
                    && answer("SELECT IS_USED_LOCK(?) = CONNECTION_ID()", me) == 1
                    && answer("SELECT IS_FREE_LOCK(?)", holder) == 1;
        } catch (SQLException e) {
            leave();
            return false;
        } finally {
            turn.unlock();
        }
    }

    /** Nobody waits long for somebody who waits for the server. */
    private boolean myTurn() {
        try {
            return turn.tryLock(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void lookAfter() {
        turn.lock();
        try {
            if (!closed) {
                hold();
            }
        } catch (SQLException e) {
            leave();
            LOG.warn("other processes may take this one for gone: {}", SqlFailure.describe(e));
        } catch (RuntimeException e) {
            leave();
            LOG.error("the presence of this process cannot be kept up", e);
        } finally {
            turn.unlock();
        }
    }

    /** Holds the lock: still, or again. */
    private void hold() throws SQLException {
        if (connection != null && answer("SELECT IS_USED_LOCK(?) = CONNECTION_ID()", me) == 1) {
            return;
        }
        leave();
        connection = line.open();
        if (answer("SELECT GET_LOCK(?, 0)", me) != 1) {
            throw new SQLException("the lock is held, perhaps by our own connection before this one");
        }
        heldSince = steadyNanos.getAsLong();
    }

    /** The number that the server answers; 0 when it answers nothing. */
    private int answer(String sql, String holder) throws SQLException {
        if (connection == null) {
            throw new SQLException("there is no connection");
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, PREFIX + holder);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? result.getInt(1) : 0;
            }
        }
    }

    private void leave() {
        Connection left = connection;
        connection = null;
        if (left != null) {
            try {
                left.close();
            } catch (SQLException e) {
                LOG.debug("a broken connection does not close: {}", SqlFailure.describe(e));
            }
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            closed = true;
            if (lookingAfter != null) {
                lookingAfter.shutdownNow();
            }
            // The server frees the lock with the connection.
            leave();
        } finally {
            turn.unlock();
        }
    }
}
