package dev.patchbay.domain.connection;

import java.util.Locale;

/** What became of one renewal, for metrics and logs; {@link #code()} is a metric label. */
public enum RenewalOutcome {
    /** Renewed and stored. */
    OK,
    /** Renewed and stored after the claim had run out. */
    OK_LATE,
    /** Renewed, and stored after the store had refused at first. */
    OK_SALVAGED,
    /** Renewed, but the connection had moved on: the result was dropped. */
    LOST_RACE,
    /** The grant has ended. */
    GRANT_DEAD,
    /** The grant was refused, and the refusal is doubted. */
    DEATH_DOUBTED,
    /** The app was refused. */
    APP_REFUSED,
    /** The platform asked for a pause. */
    THROTTLED,
    /** No answer of use, and the call was certainly not processed or it does not matter. */
    UNAVAILABLE,
    /** No answer of use, and the refresh token may be used up. */
    UNKNOWN,
    /** What is stored cannot be read. */
    QUARANTINED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
