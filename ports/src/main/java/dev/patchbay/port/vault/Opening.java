package dev.patchbay.port.vault;

import dev.patchbay.domain.vault.Secret;

/** What came of opening a sealed secret. */
public sealed interface Opening {
    record Opened(Secret secret) implements Opening {}

    /** Not what was sealed, not for this place, or its key was destroyed. Trying again does not help. */
    record Unreadable() implements Opening {}
}
