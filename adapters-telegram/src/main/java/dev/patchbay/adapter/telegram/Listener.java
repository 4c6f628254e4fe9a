package dev.patchbay.adapter.telegram;

/** Whoever answers to what comes in. Safe for many threads. */
interface Listener {
    /** @throws dev.patchbay.port.StoreUnavailable when it is to be heard again later */
    Turn hear(Incoming incoming);
}
