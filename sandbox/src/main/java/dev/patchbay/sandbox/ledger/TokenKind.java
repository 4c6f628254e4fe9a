package dev.patchbay.sandbox.ledger;

/** The kinds of secret that stand-ins issue. */
public enum TokenKind {
    /** An authorization code. */
    CODE,
    /** An access token. */
    ACCESS,
    /** A refresh token. */
    REFRESH,
    /** An ID token; written down so that leaks can be found, never presented. */
    ID
}
