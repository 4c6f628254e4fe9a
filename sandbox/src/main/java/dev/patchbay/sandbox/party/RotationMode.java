package dev.patchbay.sandbox.party;

import java.time.Duration;

/** What a party does to refresh tokens when one is used. A lasting mode, unlike a {@link Fault}. */
public sealed interface RotationMode {
    /** The same refresh token stays good; none is returned. Spotify since 2026, Google. */
    record Keep() implements RotationMode {}

    /** A new one is returned, the old one is dead at once. */
    record Rotate() implements RotationMode {}

    /** As {@link Rotate}, and using a dead one again ends the whole family, the live one included. */
    record StrictRevoke() implements RotationMode {}

    /** A new one is returned, the old one stays good. */
    record Overlap() implements RotationMode {}

    /** A new one is returned, the old one stays good for this long after its first use. */
    record Grace(Duration time) implements RotationMode {}

    /**
     * The mode of this name: {@code keep}, {@code rotate}, {@code strict-revoke}, {@code overlap} or {@code grace}.
     *
     * @param grace the time for {@code grace}
     * @throws IllegalArgumentException if there is none
     */
    static RotationMode named(String name, Duration grace) {
        return switch (name) {
            case "keep" -> new Keep();
            case "rotate" -> new Rotate();
            case "strict-revoke" -> new StrictRevoke();
            case "overlap" -> new Overlap();
            case "grace" -> new Grace(grace);
            default -> throw new IllegalArgumentException("no such rotation mode");
        };
    }
}
