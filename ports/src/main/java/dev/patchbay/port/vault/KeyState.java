package dev.patchbay.port.vault;

/** The life of a key. It only ever moves down this list. */
public enum KeyState {
    PENDING,
    ACTIVE,
    DECRYPT_ONLY,
    DISABLED,
    DESTROYED
}
