package dev.patchbay.domain.attempt;

/** Why somebody was sent to a provider. */
public enum Purpose {
    /** Nobody is signed in yet. */
    SIGN_IN,
    /** A signed-in person adds a sign-in method. */
    LINK,
    /** A signed-in person connects a platform. */
    CONNECT,
    /** A signed-in person renews the consent of a connection they have. */
    RECONNECT;

    public boolean isForIdentity() {
        return this == SIGN_IN || this == LINK;
    }
}
