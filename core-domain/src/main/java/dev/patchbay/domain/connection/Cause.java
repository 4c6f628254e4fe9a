package dev.patchbay.domain.connection;

import java.util.Locale;

/**
 * Why there is no good token, or no connection. A closed list shared by every channel; {@link #code()} is part of the API.
 */
public enum Cause {
    NOT_CONNECTED(NextAction.CONNECT, "This platform is not connected."),
    GRANT_DEAD(
            NextAction.RECONNECT,
            "The platform no longer accepts this connection: access was withdrawn or has expired."),
    ROTATION_OUTCOME_UNKNOWN(
            NextAction.RECONNECT,
            "The platform replaced this connection's token, and its answer was lost before it could be kept."),
    CONSENT_ENDED(NextAction.RECONNECT, "The consent given to this connection has come to its end."),
    SECRET_UNREADABLE(NextAction.RECONNECT, "The stored token of this connection cannot be read any more."),
    NO_REFRESH_TOKEN(NextAction.RECONNECT, "The platform gave nothing to renew the access token with."),
    RESTORED_FROM_BACKUP(
            NextAction.RECONNECT,
            "This service came back from a backup, and the token in it may have been replaced since, so it is not"
                    + " shown to the platform."),
    TOKEN_REFUSED(NextAction.RECONNECT, "The platform does not accept the access token it gave."),
    TOKEN_OF_ANOTHER(
            NextAction.RECONNECT, "The platform gave a token that belongs to somebody else, so it is not used."),
    APP_REJECTED(NextAction.FIX_APP, "The platform does not accept the client id or secret of the app."),
    APP_MISSING(NextAction.FIX_APP, "The app that this connection was made with is not configured any more."),
    APP_REMOVED(
            NextAction.RECONNECT,
            "The app that this connection was made with was removed or exchanged for another by its owner."),
    SEAT_ENDED(NextAction.RECONNECT, "The seat in the app that this connection was made with has ended."),
    APP_OWNER_NOT_PREMIUM(NextAction.FIX_APP, "The owner of the app has no active Premium subscription."),
    NOT_ON_APP_LIST(
            NextAction.ASK_APP_OWNER,
            "The app's owner has not added this person to the app's list of users. They do so in the platform's"
                    + " developer dashboard, by the name and e-mail address of the person's account there."),
    APP_QUOTA_EXCEEDED(NextAction.WAIT, "The app has used up its quota at the platform."),
    THROTTLED(NextAction.WAIT, "The platform asked for a pause."),
    PACED(NextAction.WAIT, "This service spaces out its calls for the app, and has none left for this moment."),
    DEATHS_DOUBTED(
            NextAction.WAIT,
            "The platform refuses unusually many connections at once; until it is clear why, none is given up."),
    NO_CHANNEL(
            NextAction.PREPARE_ACCOUNT,
            "This Google account has no YouTube channel yet. Open youtube.com, choose “Create a channel” in the menu"
                    + " behind your picture, and connect again."),
    SCOPE_MISSING(NextAction.RECONNECT, "The permission needed for this was not granted."),
    PROVIDER_UNAVAILABLE(NextAction.WAIT, "The platform does not answer, or not sensibly."),
    REFRESH_RUNNING(NextAction.WAIT, "The token is being renewed right now."),
    STOPPING(NextAction.WAIT, "This process of the service is stopping and begins no renewal.");

    private final NextAction nextAction;
    private final String words;

    Cause(NextAction nextAction, String words) {
        this.nextAction = nextAction;
        this.words = words;
    }

    /** Stable, lower case, such as {@code grant_dead}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public NextAction nextAction() {
        return nextAction;
    }

    /** One plain sentence for a person. */
    public String words() {
        return words;
    }
}
