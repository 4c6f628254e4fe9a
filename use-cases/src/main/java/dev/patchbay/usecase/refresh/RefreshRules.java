package dev.patchbay.usecase.refresh;

import java.time.Duration;

/** The numbers of renewing, by name. */
public final class RefreshRules {
    /** What is asked of a token when the caller does not say. */
    public static final Duration USUAL_MIN_TTL = Duration.ofSeconds(60);

    /** A token renewed more recently is not renewed again on demand: forced refreshes must not burn an app's quota. */
    public static final Duration MIN_FORCED_INTERVAL = Duration.ofSeconds(10);

    /** How long a caller waits for a renewal that goes on without it. */
    public static final Duration CALLER_WAITS = Duration.ofSeconds(5);

    /** When to ask again while a renewal is running. */
    public static final Duration ASK_AGAIN = Duration.ofSeconds(2);

    /** How long a renewal waits for another process that holds the claim. */
    static final Duration WAIT_FOR_OTHER = Duration.ofSeconds(75);

    /** How long a caller's renewal waits for room at a provider that is busy with others. */
    static final Duration WAIT_FOR_ROOM = Duration.ofSeconds(4);

    /** Between two looks at a claim that another process holds; as long again by chance. */
    static final Duration POLL = Duration.ofMillis(100);

    /** How long the store may refuse a renewed grant before it is written to the spool as well. */
    static final Duration SPOOL_AFTER = Duration.ofSeconds(2);

    /** Between two tries to write a renewed grant, at most. */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** How long deaths can be undone: then the refresh token of an ended connection is removed. */
    public static final Duration KEEP_DEAD = Duration.ofHours(72);

    private RefreshRules() {}
}
