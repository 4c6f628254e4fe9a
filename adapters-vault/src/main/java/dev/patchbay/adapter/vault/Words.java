package dev.patchbay.adapter.vault;

import dev.patchbay.port.vault.VaultKey;

/** What the operator is told when the vault refuses. */
final class Words {
    static final String VAULT_KEYS_LOST = """
        The database has sealed secrets but no vault keys: they were lost, and new ones would not open what is \
        sealed. Restore the table of vault keys from a backup. No key or secret was written.\
        """;

    private Words() {}

    static String wrongMasterKey(VaultKey vaultKey, MasterKey given) {
        return """
            Wrong master key. The database was written with master key %s, but %s gives master key %s. \
            Start with the master key that wrote this database (ENCRYPTION_KEY or MASTER_KEY_FILE), or name \
            another database in DATABASE_URL. No key or secret was written.\
            """.formatted(wrappers(vaultKey), given.origin(), given.id());
    }

    static String damaged(VaultKey vaultKey, MasterKey given) {
        return """
            Vault key %d does not open with master key %s from %s, which wrote it: its row was changed or \
            damaged. Restore the table of vault keys from a backup. No key or secret was written.\
            """.formatted(vaultKey.number(), given.id(), given.origin());
    }

    /** While master keys are changed there are two that fit. */
    private static String wrappers(VaultKey vaultKey) {
        return vaultKey.masterKeyId()
                + vaultKey.next()
                        .map(next -> " (or " + next.masterKeyId() + ")")
                        .orElse("");
    }
}
