package dev.patchbay.usecase.refresh;

import dev.patchbay.port.Background;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/**
 * Room for calls to one provider: 16 at a time, of which the sweep gets at most 12 and none while a caller waits. A provider that
 * hangs fills its own room and nobody else's. Safe for many threads.
 */
final class Bulkhead {
    static final int ROOM = 16;
    static final int FOR_SWEEP = 12;

    private final Background background;
    private final Deque<CompletableFuture<Void>> waiting = new ArrayDeque<>();
    private int taken;

    Bulkhead(Background background) {
        this.background = background;
    }

    /** Takes a place, waiting for one if need be. @return false when there was none in that time */
    boolean enter(Duration atMost) {
        CompletableFuture<Void> place = new CompletableFuture<>();
        synchronized (this) {
            if (taken < ROOM) {
                taken++;
                return true;
            }
            waiting.addLast(place);
        }
        background.await(place, atMost);
        synchronized (this) {
            // Still in the queue: nobody gave it a place.
            return !waiting.remove(place);
        }
    }

    /** Takes as many places as the sweep may have now, at most that many. */
    synchronized int enterForSweep(int atMost) {
        int free = waiting.isEmpty() ? Math.max(0, FOR_SWEEP - taken) : 0;
        int got = Math.min(free, atMost);
        taken += got;
        return got;
    }

    /** Gives a place back; a waiting caller gets it at once. */
    void leave() {
        CompletableFuture<Void> next;
        synchronized (this) {
            next = waiting.pollFirst();
            if (next == null) {
                taken--;
            }
        }
        if (next != null) {
            next.complete(null);
        }
    }

    synchronized int taken() {
        return taken;
    }
}
