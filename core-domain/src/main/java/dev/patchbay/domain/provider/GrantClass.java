package dev.patchbay.domain.provider;

import java.time.Duration;

/** How a provider treats refresh tokens; decides time-outs, leases, and what an unknown outcome may cost. */
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

    /** How long a refresh may take in all, the answer's body included, before its outcome counts as unknown. */
    default Duration callTimeout() {
        return switch (this) {
            case NonRotating() -> Duration.ofSeconds(10);
            case Overlap() -> Duration.ofSeconds(10);
            case Grace(Duration window) -> min(Duration.ofSeconds(10), window.dividedBy(2));
            case Strict() -> Duration.ofSeconds(60);
            case StrictRevoke() -> Duration.ofSeconds(60);
        };
    }

    /** How long one refresh keeps others away from the connection. Always longer than {@link #callTimeout()}. */
    default Duration lease() {
        return callTimeout().plusSeconds(5);
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
