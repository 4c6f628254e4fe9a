package dev.patchbay.usecase.sim;

/** What can go wrong. */
enum Fault {
    /** A process dies where it stands. */
    KILL,
    /** A process stops for a while, all of it, and goes on as if nothing had happened. */
    PAUSE,
    /** The store answers nobody for a while. */
    OUTAGE,
    /** The store takes no writes for a while. */
    READ_ONLY,
    /** The answer to one write is lost; the write took effect, or did not. */
    LOST_COMMIT,
    /** A request takes up to three quarters of a minute to be taken up. */
    SLOW_REQUEST,
    /** A request never reaches the provider. */
    LOST_REQUEST,
    /** The provider has done what it was asked, and its answer never arrives. */
    LOST_ANSWER,
    /** As before, and a gateway answers in its place. */
    GATEWAY_ERROR,
    /** The answer takes up to a minute and a half. */
    LATE_ANSWER,
    /** The provider answers with error pages for a while. */
    ERROR_PAGES,
    /** The provider asks for a pause of the app. */
    THROTTLED,
    /** The provider refuses the app itself for a while. */
    APP_REFUSED
}
