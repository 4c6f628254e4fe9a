package dev.patchbay.port.provider;

/** The calls a provider makes, as a stage tells them apart. */
public enum StageCall {
    /** A code for tokens. */
    EXCHANGE,
    /** A refresh token for tokens. */
    REFRESH,
    /** Who is this? */
    PROFILE,
    /** OpenID provider metadata. */
    DISCOVERY,
    /** The JWK set. */
    KEYS
}
