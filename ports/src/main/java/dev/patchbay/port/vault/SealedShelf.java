package dev.patchbay.port.vault;

import dev.patchbay.domain.vault.SealedSecret;
import java.util.Optional;

/** Where the service's own sealed secrets are kept, by name. Safe for many threads and processes. */
public interface SealedShelf {
    Optional<SealedSecret> find(String name);

    /**
     * Keeps a secret under a new name.
     *
     * @return false when there is one of that name already; nothing is written then
     */
    boolean add(String name, SealedSecret sealed);
}
