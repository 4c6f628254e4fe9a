package dev.patchbay.app;

import jakarta.inject.Singleton;

/** Whether this process is on its way out: it still answers, and asks balancers to send nobody new. Safe for many threads. */
@Singleton
final class Draining {
    private volatile boolean begun;

    void begin() {
        begun = true;
    }

    boolean hasBegun() {
        return begun;
    }
}
