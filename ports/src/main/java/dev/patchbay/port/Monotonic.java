package dev.patchbay.port;

import java.time.Duration;

/** A clock for measuring in this process: it only goes forward, at an even pace, and means nothing elsewhere. */
@FunctionalInterface
public interface Monotonic {
    /** Time since some fixed moment of this process. */
    Duration reading();
}
