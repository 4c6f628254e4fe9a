package dev.patchbay.domain.clientapp;

import dev.patchbay.domain.connection.Cause;
import java.time.Duration;
import java.time.Instant;

/** How a client app fares at its provider. Its connections wait with it; none of them is broken by it. */
public sealed interface AppCondition {
    /** Nothing is known against it. */
    record Fine() implements AppCondition {}

    /** The provider refuses the app itself; one try is allowed after {@code retryAt}. */
    record Blocked(Cause cause, Instant since, Instant retryAt) implements AppCondition {}

    /** The provider asked for a pause. */
    record CoolingDown(Cause cause, Instant since, Instant until) implements AppCondition {}

    /**
     * Unusually many grants of this app were refused at once, so refusals are not believed for now and no connection is given up.
     * Healthy connections go on; of the refused ones one canary is tried after {@code retryAt}. A canary that succeeds ends the
     * doubt, and so does time.
     */
    record Doubted(Instant since, Instant retryAt) implements AppCondition {
        /** How long refusals are doubted when no canary comes back. */
        public static final Duration LONGEST = Duration.ofHours(24);

        /** Whether the doubt is over and refusals are believed again. */
        public boolean isOver(Instant now) {
            return !now.isBefore(since.plus(LONGEST));
        }
    }

    /** The same at that time: what is over is fine. */
    default AppCondition at(Instant now) {
        return switch (this) {
            case Fine() -> this;
            case Blocked _ -> this;
            case CoolingDown pause -> now.isBefore(pause.until()) ? this : new Fine();
            case Doubted doubt -> doubt.isOver(now) ? new Fine() : this;
        };
    }

    /** Whether the app may be used at that time. */
    default boolean mayCall(Instant now) {
        return switch (this) {
            case Fine() -> true;
            case Doubted doubt -> true;
            case Blocked blocked -> !now.isBefore(blocked.retryAt());
            case CoolingDown pause -> !now.isBefore(pause.until());
        };
    }
}
