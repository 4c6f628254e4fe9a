package dev.patchbay.domain.connection;

import java.util.Locale;

/** The one step that helps; {@link #code()} is part of the API. */
public enum NextAction {
    CONNECT,
    RECONNECT,
    WAIT,
    FIX_APP,
    ASK_APP_OWNER;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
