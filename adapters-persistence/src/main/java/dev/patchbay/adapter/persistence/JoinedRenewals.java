package dev.patchbay.adapter.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Writes renewals that come at the same time in one transaction, because the commit is most of what a renewal costs the store.
 * Whoever comes while nobody writes does so at once; those who come meanwhile are written together, by the first of them. Nobody
 * returns before the commit of what is theirs. Safe for many threads.
 */
final class JoinedRenewals {

    static final int MOST = 120;

    private enum Turn {
        WRITTEN,
        MOVED_ON,
        /** Write what has come so far, yours first. */
        WRITE
    }

    private record Waiting(ConnectionRow row, CompletableFuture<Turn> turn) {
        void hears(boolean found) {
            turn.complete(found ? Turn.WRITTEN : Turn.MOVED_ON);
        }
    }

    private final Database database;
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private boolean writing;

    JoinedRenewals(Database database) {
        this.database = database;
    }

    /** Whether the version before was there, and has this in its place. */
    boolean advance(ConnectionRow row) {
        Waiting mine = new Waiting(row, new CompletableFuture<>());
        synchronized (this) {
            queue.addLast(mine);
            if (!writing) {
                writing = true;
                mine.turn().complete(Turn.WRITE);
            }
        }
        return switch (turnOf(mine)) {
            case WRITTEN -> true;
            case MOVED_ON -> false;
            case WRITE -> write();
        };
    }

    /** Mine is the first of the queue. */
    private boolean write() {
        List<Waiting> batch = new ArrayList<>();
        synchronized (this) {
            while (batch.size() < MOST && !queue.isEmpty()) {
                batch.add(queue.removeFirst());
            }
        }
        try {
            return batch.size() == 1 ? aloneToDisk(batch.getFirst()) : together(batch);
        } finally {
            passOn();
        }
    }

    private boolean together(List<Waiting> batch) {
        // In one order, so that two processes do not wait for each other.
        List<Waiting> ordered = batch.stream()
                .sorted(Comparator.comparing(one -> one.row().id()))
                .toList();
        List<Boolean> found;
        try {
            found = database.togetherByHand(connection ->
                    Statements.isH2(connection) ? oneByOne(connection, ordered) : inOne(connection, ordered));
            database.reachDisk();
        } catch (IllegalStateException defect) {
            // One row that moved on, or that the store does not take, must not cost its neighbours theirs.
            batch.subList(1, batch.size()).forEach(this::aloneForThem);
            return aloneToDisk(batch.getFirst());
        } catch (RuntimeException outage) {
            batch.subList(1, batch.size()).forEach(one -> one.turn().completeExceptionally(outage));
            throw outage;
        }
        boolean mine = false;
        for (int i = 0; i < ordered.size(); i++) {
            if (ordered.get(i) == batch.getFirst()) {
                mine = found.get(i);
            } else {
                ordered.get(i).hears(found.get(i));
            }
        }
        return mine;
    }

    private static List<Boolean> oneByOne(Connection connection, List<Waiting> batch) throws SQLException {
        List<Boolean> found = new ArrayList<>();
        for (Waiting one : batch) {
            found.add(Renewals.advance(connection, one.row()));
        }
        return found;
    }

    private static List<Boolean> inOne(Connection connection, List<Waiting> batch) throws SQLException {
        int found = RenewalsInOne.advance(
                connection, batch.stream().map(Waiting::row).toList());
        if (found != batch.size()) {
            throw new IllegalStateException("some have moved on; which, only one by one can tell");
        }
        return Collections.nCopies(found, true);
    }

    private void aloneForThem(Waiting one) {
        try {
            one.hears(aloneToDisk(one));
        } catch (RuntimeException theirs) {
            one.turn().completeExceptionally(theirs);
        }
    }

    private boolean aloneToDisk(Waiting one) {
        boolean found = database.byHand(connection -> Renewals.advance(connection, one.row()));
        database.reachDisk();
        return found;
    }

    private synchronized void passOn() {
        Waiting next = queue.peekFirst();
        if (next == null) {
            writing = false;
        } else {
            next.turn().complete(Turn.WRITE);
        }
    }

    private static Turn turnOf(Waiting mine) {
        try {
            return mine.turn().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}
