package dev.patchbay.adapter.vault;

import dev.patchbay.domain.vault.Secret;
import java.net.URI;

/**
 * A master key kept by HashiCorp Vault's Transit engine.
 *
 * @param address {@code VAULT_ADDR}, without a slash at its end
 * @param mount where the engine is mounted
 * @param key the name of the key there: of a type that takes associated data, such as {@code aes256-gcm96}
 */
record TransitSettings(URI address, Secret token, String mount, String key) {}
