package dev.patchbay.usecase.refresh;

import dev.patchbay.port.Background;
import dev.patchbay.port.Monotonic;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Room for calls to one provider: 16 at a time, of which the sweep gets at most 12 and none while a caller waits. A provider that
 * hangs fills its own room and nobody else's. Safe for many threads.
 */
final class Bulkhead {
    static final int ROOM = 16;
    static final int FOR_SWEEP = 12;

    /** The share of the newest stay in what is usual. */
    private static final int NEWEST = 8;

    private final Background background;
    private final Monotonic monotonic;
    private final Deque<CompletableFuture<Void>> callers = new ArrayDeque<>();
    private final Deque<CompletableFuture<Void>> sweep = new ArrayDeque<>();
    private int taken;
    private Duration usualStay = Duration.ZERO;

    Bulkhead(Background background, Monotonic monotonic) {
        this.background = background;
        this.monotonic = monotonic;
    }

    /** A place that somebody has until it is closed, which may be done more than once. */
    final class Place implements AutoCloseable {
        private final AtomicBoolean left = new AtomicBoolean();
        private final Duration since = monotonic.reading();

        @Override
        public void close() {
            if (!left.getAndSet(true)) {
                leave(monotonic.reading().minus(since));
            }
        }
    }

    /** Takes a place for a caller, waiting for one if need be. @return empty when there was none in that time */
    Optional<Place> enter(Duration atMost) {
        return enter(callers, ROOM, atMost);
    }

    /** As {@link #enter(Duration)}, for the sweep. */
    Optional<Place> enterForSweep(Duration atMost) {
        return enter(sweep, FOR_SWEEP, atMost);
    }

    private Optional<Place> enter(Deque<CompletableFuture<Void>> queue, int most, Duration atMost) {
        CompletableFuture<Void> turn = new CompletableFuture<>();
        synchronized (this) {
            // Whoever waits goes first; callers wait only while all is taken.
            if (taken < most && queue.isEmpty()) {
                taken++;
                return Optional.of(new Place());
            }
            queue.addLast(turn);
        }
        background.await(turn, atMost);
        synchronized (this) {
            // Still in the queue: nobody gave it a place.
            return queue.remove(turn) ? Optional.empty() : Optional.of(new Place());
        }
    }

    private void leave(Duration stay) {
        CompletableFuture<Void> next;
        synchronized (this) {
            usualStay = usualStay.isZero()
                    ? stay
                    : usualStay.multipliedBy(NEWEST - 1).plus(stay).dividedBy(NEWEST);
            next = callers.pollFirst();
            if (next == null && taken <= FOR_SWEEP) {
                next = sweep.pollFirst();
            }
            if (next == null) {
                taken--;
            }
        }
        if (next != null) {
            next.complete(null);
        }
    }

    /** How long places were kept lately; zero when none was given back yet. */
    synchronized Duration usualStay() {
        return usualStay;
    }

    synchronized int taken() {
        return taken;
    }
}
