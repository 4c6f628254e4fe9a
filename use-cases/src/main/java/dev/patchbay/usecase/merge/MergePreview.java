package dev.patchbay.usecase.merge;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.merge.MergeDraft;
import dev.patchbay.domain.vault.Fingerprint;
import java.time.Instant;

/**
 * Exactly what a merge would do as things are now.
 *
 * @param name of all that it shows; whoever confirms says it again, and gets that or nothing
 * @param sessions how many sessions would end
 * @param until when the proof is over
 */
public record MergePreview(
        Account kept, Account ended, MergeDraft draft, int sessions, Fingerprint name, Instant until) {}
