package dev.patchbay.domain.certificate;

import java.time.Duration;

/**
 * What was drawn by lot, once, to spread something in time: 0 to below {@link #BOUND} millionths of it.
 *
 * @param millionths evenly spread
 */
public record Draw(int millionths) {
    /** Below which one is drawn. */
    public static final int BOUND = 1_000_000;

    public Draw {
        if (millionths < 0 || millionths >= BOUND) {
            throw new IllegalArgumentException("a draw is 0 to below " + BOUND);
        }
    }

    /** That share of it, to the millisecond. */
    Duration of(Duration whole) {
        return whole.dividedBy(BOUND).multipliedBy(millionths);
    }
}
