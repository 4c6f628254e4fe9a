package dev.patchbay.adapter.vault;

import dev.patchbay.port.vault.VaultReader;
import java.util.List;

/** What came of a step of changing the master key. */
public sealed interface MasterChange {
    /** Every vault key opens with either master key. */
    record BothFit(int keys) implements MasterChange {}

    /** Only the new master key fits from now on. */
    record Finished(String masterKeyId) implements MasterChange {}

    /** Processes live that run on the other master key. Nothing was changed. */
    record StillRunning(List<VaultReader> processes) implements MasterChange {}

    /** Not every vault key has a wrap by this master key beside another one. Nothing was changed. */
    record NotBegun() implements MasterChange {}

    /** The next master key is the one in use. Nothing was changed. */
    record TheSame() implements MasterChange {}
}
