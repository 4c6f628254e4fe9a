package dev.patchbay.port.vault;

/** The life of a key. It only ever moves down this list. */
public enum KeyState {
    /** Known to the store; wraps nothing until every process has read it. */
    PENDING,
    /** Wraps new data keys. There is at most one. */
    ACTIVE,
    /** Unwraps what it wrapped, which is being wrapped again by the active one. */
    DECRYPT_ONLY,
    /** No data key names it, and none can; kept for a while in case a backup is put back. */
    DISABLED,
    /** Its bytes are gone. */
    DESTROYED;

    /** Whether a data key may be wrapped by a key in this state. */
    public boolean isUsable() {
        return switch (this) {
            case PENDING, ACTIVE, DECRYPT_ONLY -> true;
            case DISABLED, DESTROYED -> false;
        };
    }
}
