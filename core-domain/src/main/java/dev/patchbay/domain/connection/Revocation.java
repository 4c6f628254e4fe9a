package dev.patchbay.domain.connection;

/** What became of a grant at the platform when it was given up here; the names are part of the API. */
public enum Revocation {
    /** The platform ended it. */
    REVOKED,
    /** The platform has no way to end it from here; the person can, at the platform's access page. */
    NOT_SUPPORTED,
    /** The platform could not be reached or refused; the person can, at the platform's access page. */
    FAILED
}
