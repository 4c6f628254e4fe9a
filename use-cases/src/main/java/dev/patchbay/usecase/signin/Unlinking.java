package dev.patchbay.usecase.signin;

/** What came of taking a way in away. */
public enum Unlinking {
    UNLINKED,
    NOT_LINKED,
    /** It is the only way in; nothing is removed. */
    LAST_ONE,
    /** Only somebody who signed in lately may do this; nothing is removed. */
    FRESH_SIGN_IN_NEEDED
}
