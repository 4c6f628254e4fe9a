package dev.patchbay.usecase.attempt;

import java.util.Optional;

/**
 * How a client wants an attempt to end.
 *
 * @param returnTo where the browser shall end: a path, or an address at an allowed origin
 * @param ending which proof the client will bring
 */
public record Wish(Optional<String> returnTo, Ending ending) {
    /** Which proof the client will bring. */
    public enum Ending {
        /** The browser that began comes back with its flow cookie. */
        BROWSER,
        /** The client brings back a handoff. */
        HANDOFF
    }

    public static Wish browser() {
        return new Wish(Optional.empty(), Ending.BROWSER);
    }
}
