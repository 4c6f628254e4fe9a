package dev.patchbay.adapter.web.limit;

/** Acts that are counted together, and for whom. An account is only ever counted for what its own living sessions ask. */
public enum Family {
    /** Whatever else is asked without a session that is known to be good. */
    STRANGER("LIMIT_ADDRESS", 3000, true),
    /** Answers to sessions that are none, any more or at all. */
    REFUSED("LIMIT_REFUSED", 300, true),
    /** Sign-ins begun, at a provider or by a chat. */
    SIGN_IN("LIMIT_SIGN_IN", 300, true),
    /** Handoffs and authorization codes brought back. */
    CODE("LIMIT_CODE", 300, true),
    /** Looks whether the number was said in the chat. */
    CHAT_POLL("LIMIT_CHAT_POLL", 1200, true),

    /** Whatever else is asked with a session. */
    MEMBER("LIMIT_ACCOUNT", 1200, false),
    /** Connects and links begun. */
    CONNECT("LIMIT_CONNECT", 60, false),
    /** Forced refreshes; counted for a session, which the same look at the store proves. */
    REFRESH("LIMIT_REFRESH", 120, false),
    /** Own apps brought and tried at their platform. */
    APP("LIMIT_APP", 60, false),
    /** Invitations to seats, looked at, taken and made, and links to chats. */
    INVITATION("LIMIT_INVITATION", 60, false),

    /** All that is kept of somebody, read at once. */
    EXPORT("LIMIT_EXPORT", 10, false),

    /** The hand-out of tokens: as cheap as counting is, and asked by servers on behalf of many. */
    HAND_OUT("", 0, false);

    private final String setting;
    private final int usual;
    private final boolean ofAddress;

    Family(String setting, int usual, boolean ofAddress) {
        this.setting = setting;
        this.usual = usual;
        this.ofAddress = ofAddress;
    }

    /** The name of the setting that says how many a minute; empty when they are not counted. */
    String setting() {
        return setting;
    }

    /** How many a minute, when the operator does not say. */
    int usual() {
        return usual;
    }

    /** Whether they are counted for an address, and not for an account. */
    public boolean isOfAddress() {
        return ofAddress;
    }
}
