package dev.patchbay.usecase.merge;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.connection.Revocation;
import dev.patchbay.domain.merge.MergeDraft;
import dev.patchbay.domain.provider.ProviderId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What came of a confirmed merge. */
public sealed interface Merging {
    /** @param signedOut whether the session that asked ended, because the other account was kept */
    record Done(AccountId kept, AccountId ended, MergeDraft draft, List<GivenUp> givenUp, boolean signedOut)
            implements Merging {}

    /** No second account is proven from this session (any more). */
    record NothingProven() implements Merging {}

    /** It is not what the person looked at (any more); nothing is changed. */
    record PreviewChanged() implements Merging {}

    /** Something that would move is in use; nothing is changed. */
    record Busy(Instant retryAt) implements Merging {}

    /** What is stored of this connection or app cannot be read, so it cannot move; removing it helps. Nothing is changed. */
    record Unreadable(ProviderId platform) implements Merging {}

    /**
     * A grant that there was no room for.
     *
     * @param revocation empty when the grant that stays is of the same account at the platform: ending one could end both
     * @param accessPage where the person ends it themselves, when it was not ended here
     */
    record GivenUp(ProviderId platform, Optional<Revocation> revocation, Optional<URI> accessPage) {}
}
