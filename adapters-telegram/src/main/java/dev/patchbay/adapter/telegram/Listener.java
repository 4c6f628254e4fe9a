package dev.patchbay.adapter.telegram;

/** Whoever answers to what comes in. Safe for many threads. */
interface Listener {
    /**
     * Answers.
     *
     * @param again whether it was begun to be answered before, and nobody knows how far that got
     * @throws dev.patchbay.port.StoreUnavailable when it is to be heard again later
     */
    Turn hear(Incoming incoming, boolean again);
}
