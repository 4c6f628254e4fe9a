package dev.patchbay.adapter.web.message;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Points in time as the API writes them: ISO 8601, UTC, no finer than milliseconds. */
public final class Times {

    private Times() {}

    public static String text(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** Null without an instant. */
    public static @Nullable String text(Optional<Instant> instant) {
        return instant.map(Times::text).orElse(null);
    }

    /** Whole seconds from now to then, rounded up and at least 1: nobody who waits that long comes too early. */
    public static long secondsUntil(Instant then, Instant now) {
        Duration left = Duration.between(now, then);
        return Math.max(1, left.plusSeconds(1).minusNanos(1).toSeconds());
    }
}
