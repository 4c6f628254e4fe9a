package dev.patchbay.domain.connection;

import java.time.Instant;

/** How a connection stands, apart from its app. */
public sealed interface Standing {
    /** Nothing is known against it. */
    record Active() implements Standing {}

    /** The last renewal got no answer of use; the grant is untouched and is tried again from {@code retryAt} on. */
    record Waiting(Cause cause, Instant since, Instant retryAt, int failures) implements Standing {}

    /** The grant has ended; only the person can mend it. */
    record NeedsReconnect(Cause cause, Instant since) implements Standing {}

    /**
     * What is stored of it cannot be used, so it is kept out of the way; the person mends it by connecting again, or the operator
     * by restoring what is missing.
     */
    record Quarantined(Cause cause, Instant since) implements Standing {}

    /**
     * It came back from a backup, and its refresh token may have been used up since: showing it could end the grant. What is left of the access
     * token is lent; nothing is renewed until the person connects again, or the operator says that the backup was current.
     */
    record Restored(Instant since) implements Standing {}
}
