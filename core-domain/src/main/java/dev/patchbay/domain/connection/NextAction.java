package dev.patchbay.domain.connection;

import java.util.Locale;

/** The one step that helps; {@link #code()} is part of the API. */
public enum NextAction {
    CONNECT,
    RECONNECT,
    WAIT,
    FIX_APP,
    ASK_APP_OWNER,
    /** Something is missing in the person's account at the platform; the cause's words say what. */
    PREPARE_ACCOUNT,
    /** Sign in once more, with any way into the same account. */
    SIGN_IN,
    /** Make one account of two. */
    MERGE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
