package dev.patchbay.domain.clientapp;

import dev.patchbay.domain.connection.Cause;
import java.time.Instant;

/** How a client app fares at its provider. Its connections wait with it; none of them is broken by it. */
public sealed interface AppCondition {
    /** Nothing is known against it. */
    record Fine() implements AppCondition {}

    /** The provider refuses the app itself; one try is allowed after {@code retryAt}. */
    record Blocked(Cause cause, Instant since, Instant retryAt) implements AppCondition {}

    /** The provider asked for a pause. */
    record CoolingDown(Cause cause, Instant since, Instant until) implements AppCondition {}

    /** Whether the app may be used at that time. */
    default boolean mayCall(Instant now) {
        return switch (this) {
            case Fine() -> true;
            case Blocked blocked -> !now.isBefore(blocked.retryAt());
            case CoolingDown pause -> !now.isBefore(pause.until());
        };
    }
}
