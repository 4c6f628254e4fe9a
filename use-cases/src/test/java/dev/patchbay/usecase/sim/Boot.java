package dev.patchbay.usecase.sim;

/** One life of a service process. What its tasks hold in memory ends with it; the {@link Host}'s disk does not. */
final class Boot {
    private static final long LONG_AGO = Long.MIN_VALUE / 4;

    final Host host;
    final String id;
    final long startedAt;
    private boolean dead;
    private long diedAt = Long.MAX_VALUE;
    private long pausedFrom = LONG_AGO;
    private long pausedUntil = LONG_AGO;

    Boot(Host host, String id, long startedAt) {
        this.host = host;
        this.id = id;
        this.startedAt = startedAt;
    }

    void die(long now) {
        if (!dead) {
            dead = true;
            diedAt = now;
        }
    }

    /** Stops all of it until then, while the world goes on. */
    void pause(long from, long until) {
        pausedFrom = from;
        pausedUntil = until;
    }

    boolean isDead() {
        return dead;
    }

    /** {@link Long#MAX_VALUE} while it lives. */
    long diedAt() {
        return diedAt;
    }

    /** In the past unless it is paused. */
    long pausedUntil() {
        return pausedUntil;
    }

    /** How long it has not moved; 0 when it is awake. */
    long silentFor(long now) {
        return pausedUntil > now ? now - pausedFrom : 0;
    }

    boolean isRunning(long now) {
        return !dead && pausedUntil <= now;
    }

    /** How long it was awake between the two; it pauses so seldom that only the last pause counts. */
    long awake(long from, long to) {
        return to - from - Math.max(0, Math.min(to, pausedUntil) - Math.max(from, pausedFrom));
    }

    @Override
    public String toString() {
        return id;
    }
}
