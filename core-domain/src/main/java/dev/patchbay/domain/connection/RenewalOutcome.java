package dev.patchbay.domain.connection;

import java.util.Locale;

/** What became of one renewal, for metrics and logs; {@link #code()} is a metric label. */
public enum RenewalOutcome {
    /** Renewed and stored. */
    OK(Kind.RENEWED),
    /** Renewed and stored after the claim had run out. */
    OK_LATE(Kind.RENEWED),
    /** Renewed, and stored after the store had refused at first. */
    OK_SALVAGED(Kind.RENEWED),
    /** Renewed, but the connection had moved on: the result was dropped. */
    LOST_RACE(Kind.SET_ASIDE),
    /** The grant has ended. */
    GRANT_DEAD(Kind.ENDED),
    /** The grant was refused, and the refusal is doubted. */
    DEATH_DOUBTED(Kind.HELD_BACK),
    /** The app was refused. */
    APP_REFUSED(Kind.HELD_BACK),
    /** The platform asked for a pause. */
    THROTTLED(Kind.HELD_BACK),
    /** No answer of use, and the call was certainly not processed or it does not matter. */
    UNAVAILABLE(Kind.UNANSWERED),
    /** No answer of use, and the refresh token may be used up. */
    UNKNOWN(Kind.UNANSWERED),
    /** What is stored cannot be read. */
    QUARANTINED(Kind.SET_ASIDE);

    /** What outcomes have in common for somebody who looks at many of them. */
    public enum Kind {
        /** There is a new token. */
        RENEWED,
        /** The connection has ended. */
        ENDED,
        /** The app, or doubt about it, keeps its connections waiting. */
        HELD_BACK,
        /** The platform gave no answer of use. */
        UNANSWERED,
        /** Dropped because the connection had moved on, or put out of the way. */
        SET_ASIDE;

        /** Lower case, such as {@code held_back}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Kind kind;

    RenewalOutcome(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
