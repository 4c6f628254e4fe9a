package dev.patchbay.usecase.sim;

import java.util.List;
import java.util.SplittableRandom;

/** All chance in a universe. For one thread. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    boolean chance(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }

    /** From {@code low} (inclusive) to {@code high} (exclusive), evenly. */
    long between(long low, long high) {
        return random.nextLong(low, high);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Between the two, every order of magnitude as likely as the next; both are positive. */
    long spread(long low, long high) {
        int bits = Long.numberOfLeadingZeros(low) - Long.numberOfLeadingZeros(high);
        long ceiling = Math.min(high, low << (bits == 0 ? 1 : 1 + random.nextInt(bits)));
        return ceiling <= low ? low : random.nextLong(Math.max(low, ceiling >> 1), ceiling);
    }

    <T> T oneOf(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    long bits() {
        return random.nextLong();
    }
}
