package dev.patchbay.domain.provider;

import java.time.Duration;
import java.time.Instant;

/**
 * How a provider treats refresh tokens; decides time-outs, leases, who may take over from whom, and what an unknown outcome
 * may cost.
 */
public sealed interface GrantClass {
    /** A refresh leaves the refresh token as it was. */
    record NonRotating() implements GrantClass {}

    /** A refresh may bring a new refresh token; the old one stays good. */
    record Overlap() implements GrantClass {}

    /** A refresh replaces the refresh token; the old one may be shown again inside the window. */
    record Grace(Duration window) implements GrantClass {}

    /** A refresh replaces the refresh token; the old one is dead at once. */
    record Strict() implements GrantClass {}

    /** As strict; showing the old one also kills its successors. */
    record StrictRevoke() implements GrantClass {}

    /** A holder whose life cannot be told is given this much more than its lease by those who must not ask twice. */
    Duration LONGEST_SILENCE = Duration.ofSeconds(300);

    /** How long a refresh may take in all, the answer's body included, before its outcome counts as unknown. */
    default Duration callTimeout() {
        return switch (this) {
            case NonRotating() -> Duration.ofSeconds(10);
            case Overlap() -> Duration.ofSeconds(10);
            // A third, so that there is time to ask again inside the window.
            case Grace(Duration window) -> min(Duration.ofSeconds(10), window.dividedBy(3));
            // Long, because a late answer may be the only copy of the new token.
            case Strict() -> Duration.ofSeconds(60);
            case StrictRevoke() -> Duration.ofSeconds(60);
        };
    }

    /** How long one refresh keeps others away from the connection. Always longer than {@link #callTimeout()}. */
    default Duration lease() {
        return switch (this) {
            case Grace(Duration window) -> min(callTimeout().plusSeconds(2), window.dividedBy(2));
            case NonRotating _, Overlap _, Strict _, StrictRevoke _ ->
                callTimeout().plusSeconds(5);
        };
    }

    /** How long after asking for a claim the call may still be sent: later, the claim might end before the call does. */
    default Duration sendWithin() {
        return lease().minus(callTimeout()).dividedBy(2);
    }

    /**
     * Whether somebody else's claim may be taken over. Where showing a refresh token twice is harmless, a claim that ran out or
     * whose holder is gone is free. Where it is not, both are needed: a holder that only paused goes on when it wakes.
     *
     * @param until when the claim ends
     * @param holderGone whether the process that holds it is known to have ended
     */
    default boolean mayTakeOver(Instant until, boolean holderGone, Instant now) {
        boolean ranOut = !now.isBefore(until);
        return switch (this) {
            case NonRotating _, Overlap _, Grace _ -> ranOut || holderGone;
            case Strict _, StrictRevoke _ -> ranOut && (holderGone || !now.isBefore(until.plus(LONGEST_SILENCE)));
        };
    }

    /** Whether tokens are renewed before anybody asks. Where each refresh risks the grant they are renewed only on demand. */
    default boolean renewsAhead() {
        return switch (this) {
            case NonRotating _, Overlap _, Grace _ -> true;
            case Strict _, StrictRevoke _ -> false;
        };
    }

    /** Whether a call whose outcome is unknown may have used up the refresh token, now or soon. */
    default boolean usesUp() {
        return switch (this) {
            case NonRotating _, Overlap _ -> false;
            case Grace _, Strict _, StrictRevoke _ -> true;
        };
    }

    /** How a provider of this class is treated once it was seen to replace a refresh token. Never laxer than before. */
    default GrantClass onceSeenToRotate() {
        return switch (this) {
            case NonRotating() -> new Strict();
            case Overlap _, Grace _, Strict _, StrictRevoke _ -> this;
        };
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
