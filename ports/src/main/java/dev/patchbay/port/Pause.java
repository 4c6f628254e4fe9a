package dev.patchbay.port;

import java.time.Duration;

/** Lets time pass. Real programs sleep; simulations move their clock. */
@FunctionalInterface
public interface Pause {
    /** Returns after about that long, or earlier when the thread is interrupted (its interrupt flag is then set). */
    void lasting(Duration duration);
}
