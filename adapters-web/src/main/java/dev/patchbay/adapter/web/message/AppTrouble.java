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
        AppCondition present = condition.at(now);
        String state = stateOf(present);
        return switch (present) {
            case AppCondition.Fine() -> new AppTrouble(state, Optional.empty(), Optional.empty(), Optional.empty());
            case AppCondition.Blocked(var cause, var since, var retryAt) -> of(state, cause, since, retryAt);
            case AppCondition.CoolingDown(var cause, var since, var until) -> of(state, cause, since, until);
            case AppCondition.Doubted(var since, var retryAt) -> of(state, Cause.DEATHS_DOUBTED, since, retryAt);
        };
    }

    /** One word for it, whether it is over or not. */
    public static String stateOf(AppCondition condition) {
        return switch (condition) {
            case AppCondition.Fine _ -> "fine";
            case AppCondition.Blocked _ -> "blocked";
            case AppCondition.CoolingDown _ -> "cooling_down";
            case AppCondition.Doubted _ -> "doubted";
        };
    }

    private static AppTrouble of(String state, Cause cause, Instant since, Instant retryAt) {
        return new AppTrouble(state, Optional.of(cause), Optional.of(since), Optional.of(retryAt));
    }
}
