package dev.patchbay.adapter.web.message;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.connection.Cause;
import java.time.Instant;
import java.util.Optional;

/**
 * How a client app fares, as the API says it; what is over is fine.
 *
 * @param state {@code fine}, {@code blocked}, {@code cooling_down} or {@code doubted}
 * @param retryAt when the app, or the first of the connections that wait with it, is tried again
 */
public record AppTrouble(String state, Optional<Cause> cause, Optional<Instant> since, Optional<Instant> retryAt) {
    public static AppTrouble of(AppCondition condition, Instant now) {
        return switch (condition.at(now)) {
            case AppCondition.Fine() -> new AppTrouble("fine", Optional.empty(), Optional.empty(), Optional.empty());
            case AppCondition.Blocked(var cause, var since, var retryAt) -> of("blocked", cause, since, retryAt);
            case AppCondition.CoolingDown(var cause, var since, var until) -> of("cooling_down", cause, since, until);
            case AppCondition.Doubted(var since, var retryAt) -> of("doubted", Cause.DEATHS_DOUBTED, since, retryAt);
        };
    }

    private static AppTrouble of(String state, Cause cause, Instant since, Instant retryAt) {
        return new AppTrouble(state, Optional.of(cause), Optional.of(since), Optional.of(retryAt));
    }
}
