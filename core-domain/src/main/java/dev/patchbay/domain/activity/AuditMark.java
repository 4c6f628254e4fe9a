package dev.patchbay.domain.activity;

import dev.patchbay.domain.vault.Fingerprint;
import java.util.UUID;

/**
 * What an event is signed with when it is noted.
 *
 * @param ref drawn by lot for each event, so that its digest tells nothing once the event is erased
 * @param digest keyed, of the ref and all of the event
 */
public record AuditMark(UUID ref, Fingerprint digest) {}
