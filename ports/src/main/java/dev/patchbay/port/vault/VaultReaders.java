package dev.patchbay.port.vault;

import java.util.List;

/** Which process has read which vault keys. Safe for many threads and processes. */
public interface VaultReaders {
    /** Notes what a process knows, in place of what it said before. */
    void note(VaultReader reader);

    /** All that were noted and not forgotten, in any order. */
    List<VaultReader> all();

    /** For a process that is known to have ended. Idempotent. */
    void forget(String process);
}
