package dev.patchbay.adapter.vault;

import dev.patchbay.port.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells at start whether this master key fits this database, before anything is written. Until {@link #check} has
 * passed, every operation of the vault throws {@link IllegalStateException}. Start-up calls, in this order: {@code
 * check} with whether there are tables, the migrations, {@code makeFirstKey}.
 */
public final class VaultCanary {
    private static final Logger LOG = LoggerFactory.getLogger(VaultCanary.class);

    private final VaultKeys keys;
    private final MasterKey master;

    VaultCanary(VaultKeys keys, MasterKey master) {
        this.keys = keys;
        this.master = master;
    }

    /** Whether it is the service that keeps the master key which does not answer, and not the database. */
    public static boolean isKeyService(StoreUnavailable outage) {
        return String.valueOf(outage.getMessage()).startsWith(VaultCalls.SERVICE);
    }

    /** A fingerprint of the master key, by which two processes see that they have the same; the key is not to be had from it. */
    public String masterKeyId() {
        return master.id();
    }

    /**
     * Unwraps every vault key there is; reads only. The vault is usable afterwards.
     *
     * @param tablesExist false for a database that was never migrated: nothing is read then
     * @throws VaultUnusable when a vault key does not unwrap, or when vault keys were lost: do not start
     * @throws StoreUnavailable when the store does not answer: nothing is known, try again
     */
    public void check(boolean tablesExist) {
        if (tablesExist) {
            keys.unlock();
        } else {
            keys.unlockEmpty();
        }
        LOG.info("vault open, master key {} from {}", master.id(), master.origin());
    }

    /**
     * Makes the first vault key if there is none, and checks again: another process with another master key may have
     * been first. Idempotent. Needs tables and a passed {@link #check}.
     *
     * @throws VaultUnusable like {@link #check}
     * @throws StoreUnavailable when the store does not answer
     */
    public void makeFirstKey() {
        keys.makeFirst();
    }
}
