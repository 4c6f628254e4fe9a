package dev.patchbay.domain.activity;

import dev.patchbay.domain.vault.Fingerprint;

/**
 * One link of the audit chain. It names an event without telling what happened, so it stays when the event is erased with its account.
 *
 * @param number from 1, without gaps
 * @param row the event's {@link Noted#row()}
 * @param owner a keyed digest of the account
 * @param digest the event's {@link AuditMark#digest()}
 * @param adopted whether the event was noted by a version before the chain, and signed only when it was chained
 * @param head a keyed digest of all of the above and of the head before
 */
public record AuditLink(
        long number, long row, Fingerprint owner, Fingerprint digest, boolean adopted, Fingerprint head) {
    public AuditHead end() {
        return new AuditHead(number, head);
    }
}
