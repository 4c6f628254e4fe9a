package dev.patchbay.adapter.persistence;

/** The names in the column {@code status} of a connection. */
enum StandingStatus {
    ACTIVE,
    WAITING,
    NEEDS_RECONNECT,
    QUARANTINED,
    RESTORED
}
