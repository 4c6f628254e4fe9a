package dev.patchbay.usecase;

/** What a refresh at a platform does to the refresh token. */
public enum TokenHabit {
    /** The answer has none: the old one stays good. */
    KEEPS,
    /** The answer repeats the old one. */
    ECHOES,
    /** The answer has a new one, and the old one stays good as well. */
    ADDS,
    /** The answer has a new one, and the old one is good for a window more. */
    REPLACES_SOON,
    /** The answer has a new one, and the old one is dead. */
    REPLACES,
    /** As {@link #REPLACES}; showing the old one ends the whole consent. */
    REVOKES
}
