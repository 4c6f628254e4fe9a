package dev.patchbay.domain.activity;

import dev.patchbay.domain.vault.Fingerprint;
import java.util.Optional;

/**
 * A link and what there is of its event.
 *
 * @param event empty when it is not there any more
 * @param erasure the proof that its account was erased, see {@link AuditChain#erasure}; empty when there is none
 */
public record Linked(AuditLink link, Optional<Noted> event, Optional<Fingerprint> erasure) {}
