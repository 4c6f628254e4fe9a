/**
 * The vault: envelope encryption. The master key wraps vault keys, a vault key wraps data keys, an owner's data
 * key seals that owner's secrets.
 */
@NullMarked
package dev.patchbay.adapter.vault;

import org.jspecify.annotations.NullMarked;
