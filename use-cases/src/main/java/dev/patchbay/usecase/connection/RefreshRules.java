package dev.patchbay.usecase.connection;

import java.time.Duration;

/** The numbers of renewing, by name. */
final class RefreshRules {
    /** What is asked of a token when the caller does not say. */
    static final Duration USUAL_MIN_TTL = Duration.ofSeconds(60);

    /** A token renewed more recently is not renewed again on demand: forced refreshes must not burn an app's quota. */
    static final Duration MIN_FORCED_INTERVAL = Duration.ofSeconds(10);

    /** How long a caller waits for a renewal that goes on without it. */
    static final Duration CALLER_WAITS = Duration.ofSeconds(8);

    /** How long a renewal waits for another process that holds the claim. */
    static final Duration WAIT_FOR_OTHER = Duration.ofSeconds(75);

    static final Duration POLL = Duration.ofMillis(150);

    /** When to ask again while a renewal is running. */
    static final Duration ASK_AGAIN = Duration.ofSeconds(2);

    /** Back-off after answers of no use: full jitter between the floor and a ceiling that doubles from 1 s to 15 min. */
    static final Duration BACK_OFF_FLOOR = Duration.ofMillis(500);

    static final Duration BACK_OFF_CEILING = Duration.ofMinutes(15);

    /** How long a granted token is offered to a store that does not answer, before it counts as lost. */
    static final Duration COMMIT_FOR = Duration.ofSeconds(60);

    static Duration backOffCeiling(int failures) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(failures, 10));
        return doubled.compareTo(BACK_OFF_CEILING) < 0 ? doubled : BACK_OFF_CEILING;
    }

    private RefreshRules() {}
}
