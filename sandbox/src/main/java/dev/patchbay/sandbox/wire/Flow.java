package dev.patchbay.sandbox.wire;

import java.time.Duration;

/**
 * What happens to the bytes of one direction.
 *
 * @param delay how long each burst is held back
 * @param jitter up to this much more, at random
 * @param bytesPerSecond how fast they go
 * @param limit how many arrive before the cut; {@link #ALL} for no cut
 * @param ending how it is cut
 * @param swallows whether they are lost
 * @param stalls whether they wait for better times
 */
record Flow(
        Duration delay,
        Duration jitter,
        long bytesPerSecond,
        long limit,
        Ending ending,
        boolean swallows,
        boolean stalls) {
    static final long ALL = Long.MAX_VALUE;
    static final Flow SOUND = new Flow(Duration.ZERO, Duration.ZERO, ALL, ALL, Ending.CLOSE, false, false);
    static final Flow SWALLOWED = new Flow(Duration.ZERO, Duration.ZERO, ALL, ALL, Ending.CLOSE, true, false);
    static final Flow STALLED = new Flow(Duration.ZERO, Duration.ZERO, ALL, ALL, Ending.CLOSE, false, true);

    static Flow late(Duration delay, Duration jitter) {
        if (delay.isNegative() || jitter.isNegative()) {
            throw new IllegalArgumentException("a wire cannot be early");
        }
        return new Flow(delay, jitter, ALL, ALL, Ending.CLOSE, false, false);
    }

    static Flow slow(long bytesPerSecond) {
        if (bytesPerSecond < 1) {
            throw new IllegalArgumentException("a byte a second at least; a wire on which nothing moves is stalled");
        }
        return new Flow(Duration.ZERO, Duration.ZERO, bytesPerSecond, ALL, Ending.CLOSE, false, false);
    }

    static Flow cut(long limit, Ending ending) {
        if (limit < 0) {
            throw new IllegalArgumentException("bytes cannot be taken back");
        }
        return new Flow(Duration.ZERO, Duration.ZERO, ALL, limit, ending, false, false);
    }

    /** Both at once: delays add up, the slower speed and the earlier cut count. */
    Flow and(Flow other) {
        return new Flow(
                delay.plus(other.delay),
                jitter.plus(other.jitter),
                Math.min(bytesPerSecond, other.bytesPerSecond),
                Math.min(limit, other.limit),
                limit <= other.limit ? ending : other.ending,
                swallows || other.swallows,
                stalls || other.stalls);
    }
}
