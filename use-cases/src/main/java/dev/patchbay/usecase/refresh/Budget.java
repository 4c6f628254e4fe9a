package dev.patchbay.usecase.refresh;

import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.clientapp.Pace;
import dev.patchbay.port.clientapp.Allowances;
import dev.patchbay.port.clientapp.Paces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The calls an app has left, shared by all processes. Safe for many threads. */
final class Budget {
    private final Allowances allowances;
    private final Paces paces;
    private final Clock clock;

    Budget(Allowances allowances, Paces paces, Clock clock) {
        this.allowances = allowances;
        this.paces = paces;
        this.clock = clock;
    }

    /** Takes that many calls, or a burst if that is fewer. @return empty when taken; else when they may be there */
    Optional<Instant> take(ClientAppId app, int calls) {
        Pace pace = paces.of(app);
        return allowances.take(app, Math.min(calls, pace.burst()), pace, clock.instant());
    }

    /** As many as there are, up to that many; for the sweep, which takes what it gets. */
    int takeSome(ClientAppId app, int calls) {
        for (int some = Math.min(calls, paces.of(app).burst()); some > 0; some /= 2) {
            if (take(app, some).isEmpty()) {
                return some;
            }
        }
        return 0;
    }

    /** The time between two calls in the long run. */
    Duration interval(ClientAppId app) {
        return Duration.ofNanos((long) (1e9 / paces.of(app).perSecond()));
    }
}
