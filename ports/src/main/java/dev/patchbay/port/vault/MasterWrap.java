package dev.patchbay.port.vault;

/**
 * A vault key as one master key wrapped it.
 *
 * @param masterKeyId which master key: a short, non-secret check value
 */
public record MasterWrap(String masterKeyId, WrappedKey wrapped) {}
