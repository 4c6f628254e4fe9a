package dev.patchbay.port.vault;

import java.time.Instant;

/** The second wraps of vault keys while master keys are changed. Safe for many threads and processes. */
public interface MasterWraps {
    /**
     * Puts a second wrap beside the first one, in place of an earlier second one.
     *
     * @param read the key as it was read
     * @return false when its first wrap is no longer the one that was read; nothing is changed then
     */
    boolean add(VaultKey read, MasterWrap next);

    /** Removes all second wraps: the change is given up. Idempotent. */
    void giveUp();

    /**
     * Puts all second wraps in the place of the first ones, of all keys at once.
     *
     * @param nextId the master key that made the second wraps
     * @return false when a key that is not destroyed has no second wrap by it; nothing is changed then
     */
    boolean finish(String nextId, Instant now);
}
