package dev.patchbay.sandbox.party;

/** Why a call is refused; each party has its own words for it. */
public enum Refusal {
    /** A required parameter is missing or one came twice. */
    MALFORMED,
    /** The token request names no client. */
    CLIENT_MISSING,
    /** No such client. */
    CLIENT_UNKNOWN,
    /** The client's secret is wrong. */
    CLIENT_SECRET_WRONG,
    /** The grant type is none that is known here. */
    GRANT_TYPE_UNKNOWN,
    /** No code was sent. */
    CODE_MISSING,
    /** The code was never issued, or to another client. */
    CODE_UNKNOWN,
    /** The code was redeemed before or has expired. */
    CODE_SPENT,
    /** The redirect URI is not that of the authorization request. */
    REDIRECT_URI_WRONG,
    /** A challenge was sent and no verifier. */
    VERIFIER_MISSING,
    /** The verifier does not fit the challenge, or there was no challenge. */
    VERIFIER_WRONG,
    /** No refresh token was sent. */
    REFRESH_TOKEN_MISSING,
    /** The refresh token was never issued, or to another client. */
    REFRESH_TOKEN_UNKNOWN,
    /** The refresh token was good once. */
    REFRESH_TOKEN_DEAD,
    /** No access token was sent. */
    ACCESS_TOKEN_MISSING,
    /** The access token is not good now. */
    ACCESS_TOKEN_INVALID,
    /** Too many calls. */
    THROTTLED,
    /** The quota is spent. */
    QUOTA_EXCEEDED
}
