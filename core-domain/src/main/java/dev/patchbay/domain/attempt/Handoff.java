package dev.patchbay.domain.attempt;

import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.domain.vault.SealedSecret;
import java.time.Instant;
import java.util.UUID;

/** An authorization code parked, sealed, until whoever began the attempt proves to be that; exchanged only then, once. */
public record Handoff(Fingerprint fingerprint, UUID attempt, SealedSecret code, Instant expiresAt) {}
