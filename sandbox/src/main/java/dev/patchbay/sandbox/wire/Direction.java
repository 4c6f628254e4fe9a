package dev.patchbay.sandbox.wire;

/** Which way bytes go. */
public enum Direction {
    /** From the client to the server: requests. */
    UP,
    /** From the server to the client: answers. */
    DOWN
}
