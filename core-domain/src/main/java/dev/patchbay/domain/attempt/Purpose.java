package dev.patchbay.domain.attempt;

/** Why somebody was sent to a provider. */
public enum Purpose {
    /** Nobody is signed in yet. */
    SIGN_IN,
    /** A signed-in person adds a sign-in method. */
    LINK,
    /** A signed-in person proves that another account is theirs too, to merge the two. */
    MERGE,
    /** A signed-in person connects a platform. */
    CONNECT,
    /** A signed-in person renews the consent of a connection they have. */
    RECONNECT;

    public boolean isForIdentity() {
        return this == SIGN_IN || isBoundToSession();
    }

    /** Whether it changes who may sign in to an account: then the very session that began it must still live when it ends. */
    public boolean isBoundToSession() {
        return this == LINK || this == MERGE;
    }
}
