package dev.patchbay.sandbox.wire;

/** How a connection is cut. */
public enum Ending {
    /** Both sides see an orderly end (FIN). */
    CLOSE,
    /** Both sides see a reset (RST). */
    RESET,
    /** Whoever the bytes were for sees an orderly end; the rest of them is lost, and the other direction goes on. */
    HALF_CLOSE
}
