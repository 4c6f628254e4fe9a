package dev.patchbay.sandbox.web;

/** What becomes of an answer on its way to the client. */
public enum Delivery {
    /** It arrives. */
    WHOLE,
    /** The connection closes after half of the body. */
    CUT,
    /** The connection closes without a byte. */
    DROPPED,
    /** Nothing comes until the server is closed; then the connection closes without a byte. */
    NEVER
}
