package dev.patchbay.faults.world;

import dev.patchbay.sandbox.party.RotationMode;
import java.time.Duration;
import java.util.Locale;

/** A platform that people connect in fault tests, and how its refresh tokens behave. */
public enum Played {
    /** The real adapter; refresh tokens stay as they are. */
    SPOTIFY(new RotationMode.Keep()),
    /** A new refresh token each time; the old ones stay good. */
    OVERLAPPING(new RotationMode.Overlap()),
    /** A new one each time; the old one stays good for 30 s, as the adapter declares. */
    GRACEFUL(new RotationMode.Grace(Duration.ofSeconds(30))),
    /** A new one each time; the old one shown again ends the whole family. */
    REVOKING(new RotationMode.StrictRevoke());

    private final RotationMode rotation;

    Played(RotationMode rotation) {
        this.rotation = rotation;
    }

    RotationMode rotation() {
        return rotation;
    }

    /** Its id in paths and settings. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether an answer that got lost may cost the grant. */
    public boolean isStrict() {
        return this == REVOKING;
    }
}
