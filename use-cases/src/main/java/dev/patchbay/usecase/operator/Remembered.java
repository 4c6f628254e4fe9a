package dev.patchbay.usecase.operator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An answer that costs something, shared by all who ask: it is given again for ten seconds, and the longer the more it cost, so that at most
 * one part in twenty of the time is spent on it. Safe for many threads: one of them asks, the others wait for its answer.
 */
final class Remembered<T> {
    private static final Duration AT_LEAST = Duration.ofSeconds(10);
    private static final int TIMES = 20;

    private final Supplier<T> question;
    private final Clock clock;
    private Instant goodUntil = Instant.MIN;
    private @Nullable T answer;

    Remembered(Supplier<T> question, Clock clock) {
        this.question = question;
        this.clock = clock;
    }

    /** @throws dev.patchbay.port.StoreUnavailable when it has to be asked anew and the store does not answer */
    synchronized T answer() {
        Instant now = clock.instant();
        T known = answer;
        if (known != null && now.isBefore(goodUntil)) {
            return known;
        }
        T fresh = question.get();
        Instant done = clock.instant();
        Duration cost = Duration.between(now, done).multipliedBy(TIMES);
        goodUntil = done.plus(cost.compareTo(AT_LEAST) > 0 ? cost : AT_LEAST);
        answer = fresh;
        return fresh;
    }
}
