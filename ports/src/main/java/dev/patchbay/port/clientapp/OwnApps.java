package dev.patchbay.port.clientapp;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.provider.ProviderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where the apps that people brought are kept. Safe for many threads and processes; each method is atomic. */
public interface OwnApps {
    Optional<OwnApp> of(AccountId owner, ProviderId platform);

    /** By platform. */
    List<OwnApp> of(AccountId owner);

    /**
     * Keeps an app: a first one at version 1, another in place of the one at the version before. When the other was brought at another
     * time ({@link OwnApp#since}), it is another app, and the seats of the one before go.
     *
     * @return false when there is one already, or the one there is at another version or gone; nothing is written then
     * @throws IllegalStateException when there is no such account (any more)
     */
    boolean put(OwnApp next);

    /** Removes the app, and its seats, if it is still at that version. @return false when it moved on or is gone */
    boolean remove(AccountId owner, ProviderId platform, long version);

    /** Notes that the previous secret is the one that works. @return false when there is none at that version */
    boolean preferPrevious(AccountId owner, ProviderId platform, long version);

    /** Forgets the previous secret. @return false when there is none at that version */
    boolean forgetPrevious(AccountId owner, ProviderId platform, long version);

    /** Forgets previous secrets whose time is over, at most 500. @return how many */
    int forgetPreviousSecrets(Instant now);
}
