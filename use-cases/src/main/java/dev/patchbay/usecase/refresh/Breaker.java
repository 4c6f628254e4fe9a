package dev.patchbay.usecase.refresh;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Stops calling for an app when its provider does not answer: opens at 5 failures that are at least half of the last 10 s, lets one
 * probe through after 5 s, and waits twice as long after each probe that fails, up to a minute. Belongs to one process; safe for
 * many threads.
 */
final class Breaker {
    private static final int FAILURES = 5;
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    /** A probe that nobody reported on is taken for lost: longer than any call. */
    private static final Duration PROBE_LOST = Duration.ofSeconds(70);

    private enum State {
        CLOSED,
        OPEN,
        PROBING
    }

    private record Seen(Instant at, boolean failed) {}

    private final Deque<Seen> window = new ArrayDeque<>();
    private State state = State.CLOSED;
    private Duration pause = FIRST_PAUSE;
    private Instant until = Instant.MIN;
    private Instant closedAt = Instant.MIN;

    /** Whether a call would be refused now; takes nothing. */
    synchronized boolean refuses(Instant now) {
        return state != State.CLOSED && now.isBefore(until);
    }

    /** Whether to call now; the yes to a probe is given once. */
    synchronized boolean mayCall(Instant now) {
        if (refuses(now)) {
            return false;
        }
        if (state != State.CLOSED) {
            state = State.PROBING;
            until = now.plus(PROBE_LOST);
        }
        return true;
    }

    /** When to ask again. */
    synchronized Instant retryAt(Instant now) {
        return state == State.PROBING || until.isBefore(now) ? now.plus(FIRST_PAUSE) : until;
    }

    /** The provider answered, whatever it said. @return whether this closed the breaker */
    synchronized boolean answered(Instant now) {
        if (state == State.CLOSED) {
            see(now, false);
            return false;
        }
        if (state == State.OPEN) {
            // A call from before it opened; the probe decides.
            return false;
        }
        state = State.CLOSED;
        pause = FIRST_PAUSE;
        closedAt = now;
        window.clear();
        return true;
    }

    /** The provider gave no answer of use. @return whether this opened the breaker */
    synchronized boolean failed(Instant now) {
        if (state == State.PROBING) {
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
            state = State.OPEN;
            until = now.plus(pause);
            return false;
        }
        see(now, true);
        long failures = window.stream().filter(Seen::failed).count();
        if (state == State.CLOSED && failures >= FAILURES && failures * 2 >= window.size()) {
            state = State.OPEN;
            until = now.plus(pause);
            window.clear();
            return true;
        }
        return false;
    }

    synchronized boolean isOpen() {
        return state != State.CLOSED;
    }

    /** How long the provider has been answering again; a long time when it never failed. */
    synchronized Duration answeringFor(Instant now) {
        return closedAt.equals(Instant.MIN) ? Duration.ofDays(1) : Duration.between(closedAt, now);
    }

    private void see(Instant now, boolean failed) {
        while (!window.isEmpty() && window.getFirst().at().isBefore(now.minus(WINDOW))) {
            window.removeFirst();
        }
        if (window.size() < 1000) {
            window.addLast(new Seen(now, failed));
        }
    }
}
