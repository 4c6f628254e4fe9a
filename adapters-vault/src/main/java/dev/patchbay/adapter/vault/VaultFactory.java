package dev.patchbay.adapter.vault;

import dev.patchbay.port.SecretSource;
import dev.patchbay.port.activity.AuditKey;
import dev.patchbay.port.connection.Presence;
import dev.patchbay.port.settings.Settings;
import dev.patchbay.port.vault.KeptSecrets;
import dev.patchbay.port.vault.KeyShelf;
import dev.patchbay.port.vault.KeyTurns;
import dev.patchbay.port.vault.MasterWraps;
import dev.patchbay.port.vault.Rewraps;
import dev.patchbay.port.vault.SealedRows;
import dev.patchbay.port.vault.SealedShelf;
import dev.patchbay.port.vault.TokenVault;
import dev.patchbay.port.vault.VaultReaders;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The vault's beans. Where the master key is kept, {@link VaultSettings#masterKey} knows. */
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
    NextMasterKey nextMasterKey(VaultSettings settings) {
        return new NextMasterKey(settings.next().map(VaultSettings::masterKey));
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
    DataKeys dataKeys(KeyShelf shelf, VaultKeys keys, Clock clock) {
        return new DataKeys(shelf, keys, clock, DataKeys.REMEMBERED);
    }

    @Singleton
    TokenVault tokenVault(DataKeys keys) {
        return new EnvelopeVault(keys);
    }

    @Singleton
    KeyRotation keyRotation(
            VaultKeys keys, KeyShelf shelf, KeyTurns turns, VaultReaders readers, Presence presence, Clock clock) {
        return new KeyRotation(keys, shelf, turns, readers, presence, clock);
    }

    @Singleton
    Rewrapping rewrapping(
            DataKeys dataKeys,
            VaultKeys vaultKeys,
            KeyShelf shelf,
            KeyTurns turns,
            Rewraps rewraps,
            SecretSource random,
            Clock clock) {
        return new Rewrapping(dataKeys, vaultKeys, shelf, turns, rewraps, random, clock);
    }

    @Singleton
    DataKeyRenewal dataKeyRenewal(DataKeys keys, TokenVault vault, SealedRows rows, Clock clock) {
        return new DataKeyRenewal(keys, vault, rows, clock);
    }

    @Singleton
    MasterKeyChange masterKeyChange(
            MasterKey master, KeyShelf shelf, MasterWraps wraps, KeyRotation rotation, Clock clock) {
        return new MasterKeyChange(master, shelf, wraps, rotation, clock);
    }

    @Singleton
    KeyReport keyReport(KeyShelf shelf, Rewraps rewraps, KeyRotation rotation) {
        return new KeyReport(shelf, rewraps, rotation);
    }

    @Singleton
    KeptSecrets keptSecrets(SealedShelf shelf, TokenVault vault) {
        return new VaultKeptSecrets(shelf, vault);
    }

    @Singleton
    AuditKey auditKey(KeptSecrets secrets, SecretSource random) {
        return new KeptAuditKey(secrets, random);
    }

    @Singleton
    SecretSource secretSource() {
        return new SecureSecretSource();
    }
}
