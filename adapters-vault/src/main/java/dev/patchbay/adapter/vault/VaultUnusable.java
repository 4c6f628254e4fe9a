package dev.patchbay.adapter.vault;

/**
 * This master key and this database do not belong together, or the database lost or changed its vault keys. The message
 * is for the operator, in plain words: what is wrong, which master keys, what to do. It ends the start.
 */
public final class VaultUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    VaultUnusable(String message) {
        super(message);
    }
}
