package dev.patchbay.faults.history;

import java.time.Instant;
import java.util.Optional;

/**
 * What the service says of a connection when all is quiet again.
 *
 * @param state as {@code /health} says it
 * @param cause empty when all is well
 * @param since since when it is so
 * @param renewable whether a renewal that was asked for then brought a token; of a connected one only
 */
public record EndState(Link link, String state, String cause, Optional<Instant> since, boolean renewable) {
    boolean needsReconnect() {
        return state.equals("needs_reconnect");
    }
}
