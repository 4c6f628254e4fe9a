package dev.patchbay.adapter.persistence;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.h2.mvstore.MVStoreException;

/** What an {@link SQLException} of H2, MariaDB or MySQL means for the caller. */
enum SqlFailure {
    /** A unique key is taken. */
    DUPLICATE,
    /** The row that it would belong to is not there. */
    ORPHAN,
    /** Another row belongs to it as it is. */
    REFERENCED,
    /** Deadlock or lock wait: the same again may well succeed. */
    CONTENTION,
    /** The store takes no writes here: it was demoted, is full, or is shutting down. */
    READ_ONLY,
    /** An embedded database closed itself; it opens again for new connections. */
    CLOSED,
    /** No answer, or not for us. */
    OUTAGE,
    /** Our own mistake. */
    DEFECT;

    // H2's codes equal their SQLState and are five digits long, MySQL's and MariaDB's are four: one set serves all.
    private static final Set<Integer> DUPLICATES = Set.of(1062, 1586, 23505);
    private static final Set<Integer> ORPHANS = Set.of(1216, 1452, 23506);
    private static final Set<Integer> REFERENCES = Set.of(1217, 1451, 23503);
    private static final Set<Integer> CONTENTIONS = Set.of(1205, 1213, 1020, 40001, 50200, 90131);
    private static final Set<Integer> READ_ONLIES = Set.of(1290, 1836, 1792, 90097);
    private static final Set<Integer> CLOSINGS = Set.of(90098, 90121);
    private static final Set<Integer> OUTAGES = Set.of(
            // refused or unknown user, no right to the schema or table
            1044,
            1045,
            1049,
            1142,
            28000,
            90013,
            // too many connections, shutting down, killed, network, disk full
            1040,
            1041,
            1053,
            1077,
            1129,
            1158,
            1159,
            1160,
            1161,
            1203,
            1226,
            1317,
            1927,
            1014,
            1021,
            1114,
            2006,
            2013,
            // H2: closed, in use by another process, broken connection, input or output failed, out of memory, timed
            // out
            90007,
            90020,
            90028,
            90031,
            90030,
            90067,
            90108,
            90146,
            57014);

    static SqlFailure of(SQLException failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException one) {
                SqlFailure kind = kind(one);
                if (kind != DEFECT) {
                    return kind;
                }
            } else if (at instanceof IOException || at instanceof MVStoreException) {
                // What an embedded database says when its disk is full or gone, under a code that means anything.
                return OUTAGE;
            }
        }
        return DEFECT;
    }

    private static SqlFailure kind(SQLException failure) {
        int code = failure.getErrorCode();
        String state = String.valueOf(failure.getSQLState());
        if (DUPLICATES.contains(code)) {
            return DUPLICATE;
        }
        if (ORPHANS.contains(code)) {
            return ORPHAN;
        }
        if (REFERENCES.contains(code)) {
            return REFERENCED;
        }
        if (CONTENTIONS.contains(code) || state.startsWith("40")) {
            return CONTENTION;
        }
        if (CLOSINGS.contains(code)) {
            return CLOSED;
        }
        if (READ_ONLIES.contains(code)) {
            return READ_ONLY;
        }
        boolean noConnection = failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLRecoverableException
                || failure instanceof SQLTimeoutException
                || state.startsWith("08")
                // no database said that: the pool is closed
                || (code == 0 && failure.getSQLState() == null);
        return noConnection || OUTAGES.contains(code) ? OUTAGE : DEFECT;
    }

    /** What may be logged of it: never the driver's message, which may quote values. */
    static String describe(SQLException failure) {
        return failure.getClass().getSimpleName() + ", SQLState " + failure.getSQLState() + ", code "
                + failure.getErrorCode();
    }
}
