package dev.patchbay.adapter.vault;

import java.util.Optional;

/**
 * The master key that is to take the place of the one in use.
 *
 * @param key empty when none is set
 */
public record NextMasterKey(Optional<MasterKey> key) {}
