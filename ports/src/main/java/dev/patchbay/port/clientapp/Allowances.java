package dev.patchbay.port.clientapp;

import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.clientapp.Pace;
import java.time.Instant;
import java.util.Optional;

/** How many calls each app has left, counted for all processes together. Safe for many threads; each method is atomic. */
public interface Allowances {
    /**
     * Takes calls from the app's allowance.
     *
     * @param calls 1 to the pace's burst
     * @return empty when they were taken; otherwise nothing was, and this is when they may be there
     */
    Optional<Instant> take(ClientAppId app, int calls, Pace pace, Instant now);
}
