package dev.patchbay.usecase.refresh;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.NextAction;
import dev.patchbay.domain.connection.Standing;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How a connection is, in one word, and why.
 *
 * @param cause empty when all is well
 * @param since since when it is so; empty when not known
 * @param retryAt when asking again makes sense; empty when waiting does not help
 */
public record Verdict(State state, Optional<Cause> cause, Optional<Instant> since, Optional<Instant> retryAt) {
    /** One word for how a connection is; {@link #code()} is part of the API. */
    public enum State {
        CONNECTED,
        WAITING,
        APP_BLOCKED,
        NEEDS_RECONNECT,
        NOT_CONNECTED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Optional<NextAction> nextAction() {
        return cause.map(Cause::nextAction);
    }

    public boolean isWell() {
        return state == State.CONNECTED;
    }

    public static Verdict well() {
        return new Verdict(State.CONNECTED, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Verdict notConnected() {
        return new Verdict(State.NOT_CONNECTED, Optional.of(Cause.NOT_CONNECTED), Optional.empty(), Optional.empty());
    }

    public static Verdict needsReconnect(Cause cause, Instant since) {
        return new Verdict(State.NEEDS_RECONNECT, Optional.of(cause), Optional.of(since), Optional.empty());
    }

    /** What came back from a backup is lent as long as it is good, and not renewed. */
    public static Verdict restored(Instant since) {
        return needsReconnect(Cause.RESTORED_FROM_BACKUP, since);
    }

    public static Verdict waiting(Cause cause, Instant since, Instant retryAt) {
        return new Verdict(State.WAITING, Optional.of(cause), Optional.of(since), Optional.of(retryAt));
    }

    public static Verdict appMissing(Instant now) {
        return new Verdict(State.APP_BLOCKED, Optional.of(Cause.APP_MISSING), Optional.of(now), Optional.empty());
    }

    /** The connection's own standing first: what only the person can mend is what they have to hear. */
    public static Verdict of(Connection connection, AppCondition app, Instant now) {
        return switch (connection.standing()) {
            case Standing.NeedsReconnect(var cause, var since) -> needsReconnect(cause, since);
            case Standing.Quarantined(var cause, var since) -> needsReconnect(cause, since);
            case Standing.Restored(var since) -> restored(since);
            case Standing.Waiting(var cause, var since, var retryAt, var failures) -> {
                Verdict ofApp = of(app, now);
                yield ofApp.isWell() ? waiting(cause, since, retryAt) : ofApp;
            }
            case Standing.Active() -> of(app, now);
        };
    }

    /** A pause that is over is over; a block lasts until the app was seen to work. */
    public static Verdict of(AppCondition app, Instant now) {
        return switch (app) {
            case AppCondition.Fine() -> well();
            // What it doubts are single connections, which say so themselves.
            case AppCondition.Doubted doubt -> well();
            case AppCondition.Blocked(var cause, var since, var retryAt) ->
                new Verdict(State.APP_BLOCKED, Optional.of(cause), Optional.of(since), Optional.of(retryAt));
            case AppCondition.CoolingDown(var cause, var since, var until) ->
                now.isBefore(until) ? waiting(cause, since, until) : well();
        };
    }
}
