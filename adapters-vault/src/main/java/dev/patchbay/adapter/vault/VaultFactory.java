package dev.patchbay.adapter.vault;

import dev.patchbay.port.SecretSource;
import dev.patchbay.port.settings.Settings;
import dev.patchbay.port.vault.KeptSecrets;
import dev.patchbay.port.vault.KeyShelf;
import dev.patchbay.port.vault.SealedShelf;
import dev.patchbay.port.vault.TokenVault;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The vault's beans. A key management service is one more origin in {@link VaultSettings#masterKey}. */
@Factory
final class VaultFactory {
    @Singleton
    VaultSettings vaultSettings(Settings settings) {
        return VaultSettings.read(settings);
    }

    @Singleton
    MasterKey masterKey(VaultSettings settings) {
        return settings.masterKey();
    }

    @Singleton
    VaultKeys vaultKeys(MasterKey master, KeyShelf shelf, Clock clock) {
        return new VaultKeys(master, shelf, clock);
    }

    @Singleton
    VaultCanary vaultCanary(VaultKeys keys, MasterKey master) {
        return new VaultCanary(keys, master);
    }

    @Singleton
    TokenVault tokenVault(KeyShelf shelf, VaultKeys keys, Clock clock) {
        return new EnvelopeVault(shelf, keys, clock);
    }

    @Singleton
    KeptSecrets keptSecrets(SealedShelf shelf, TokenVault vault) {
        return new VaultKeptSecrets(shelf, vault);
    }

    @Singleton
    SecretSource secretSource() {
        return new SecureSecretSource();
    }
}
