package dev.patchbay.domain.clientapp;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How many calls an app may make, all processes together: a token bucket, reckoned as the generic cell rate algorithm does. Its
 * whole state is one time, {@code nextFree}: when the bucket would be full again.
 *
 * @param perSecond calls in the long run; more than 0
 * @param burst calls at once after a rest; at least 1
 */
public record Pace(double perSecond, int burst) {
    public Pace {
        if (!(perSecond > 0) || burst < 1) {
            throw new IllegalArgumentException("a pace has more than 0 calls a second and a burst of at least 1");
        }
    }

    /** The state after that many calls; empty when they are too many for now. */
    public Optional<Instant> after(Instant nextFree, int calls, Instant now) {
        Instant next = (nextFree.isBefore(now) ? now : nextFree).plus(cost(calls));
        return next.isAfter(now.plus(cost(burst))) ? Optional.empty() : Optional.of(next);
    }

    /** When that many calls, at most a burst, can be made. */
    public Instant possibleAt(Instant nextFree, int calls) {
        return nextFree.plus(cost(calls)).minus(cost(burst));
    }

    /** How many calls can be made at once, 0 to a burst. */
    public int left(Instant nextFree, Instant now) {
        double owed = Math.max(0, Duration.between(now, nextFree).toNanos() / 1e9 * perSecond);
        // Rounding of the cost must not take a call away that is there.
        return (int) Math.clamp(Math.floor(burst - owed + 1e-6), 0, burst);
    }

    private Duration cost(int calls) {
        return Duration.ofNanos((long) (calls * 1e9 / perSecond));
    }
}
