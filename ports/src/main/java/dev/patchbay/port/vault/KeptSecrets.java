package dev.patchbay.port.vault;

import dev.patchbay.domain.vault.Secret;
import java.util.function.Supplier;

/** Secrets of the service itself, by name, sealed in the store and shared by all processes: signing keys and the like. */
public interface KeptSecrets {
    /**
     * The secret of that name. When there is none, the supplied one is kept, unless another process was first: all of them
     * get the same.
     */
    Secret get(String name, Supplier<Secret> first);
}
