package dev.patchbay.faults;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waiting, in tests where time is real. */
final class Nap {
    static void of(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Looks again and again until it is so. */
    static void until(String what, Duration atMost, BooleanSupplier isSo) {
        Instant end = Instant.now().plus(atMost);
        while (!isSo.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                fail("not within " + atMost + ": " + what);
            }
            of(Duration.ofMillis(50));
        }
    }

    private Nap() {}
}
