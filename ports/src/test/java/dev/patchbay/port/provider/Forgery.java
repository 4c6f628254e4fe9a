package dev.patchbay.port.provider;

/** ID tokens that prove nothing. */
public enum Forgery {
    BAD_SIGNATURE,
    STRANGERS_KEY_UNDER_OUR_KID,
    UNSIGNED,
    HS256_WITH_THE_PUBLIC_KEY,
    OTHER_ISSUER,
    OTHER_AUDIENCE,
    NO_NONCE,
    OTHER_NONCE,
    EXPIRED,
    FROM_THE_FUTURE,
    NO_SUBJECT
}
