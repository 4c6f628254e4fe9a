package dev.patchbay.domain.provider;

/** What a platform can do for a connection; a contract checks both the yes and the no where it can. */
public enum Capability {
    /** A grant can be renewed without the person. */
    REFRESH,
    /** A grant can be ended at the platform by us. */
    REVOKE,
    /** An app needs no secret: PKCE alone will do. */
    PUBLIC_CLIENT
}
