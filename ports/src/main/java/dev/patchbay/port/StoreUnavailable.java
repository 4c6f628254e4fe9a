package dev.patchbay.port;

import org.jspecify.annotations.Nullable;

/**
 * Our own store does not answer. Any store role may throw it; it is never an answer about what is stored, and callers
 * outside hear "503, try again". Whether a write that ended so took effect is unknown.
 */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
