package dev.patchbay.port.vault;

import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.Place;
import dev.patchbay.domain.vault.SealedSecret;

/** A sealed secret where it was found. */
public record SealedRow(KeyOwner owner, Place place, SealedSecret sealed) {}
