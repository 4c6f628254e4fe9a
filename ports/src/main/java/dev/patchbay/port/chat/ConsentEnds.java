package dev.patchbay.port.chat;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.provider.ProviderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Connections whose consent comes to its end, of people who can be told in a chat. Safe for many threads and processes. */
public interface ConsentEnds {
    /** One such connection. @param consentedAt when the consent was given */
    record Ending(
            ConnectionId connection,
            AccountId account,
            ProviderId platform,
            Instant consentedAt,
            Instant reauthorizeBy) {}

    /**
     * Connections that work, of accounts with a chat that is not muted, by the end of their consent and then by id.
     *
     * @param after consents that end later than this
     * @param upTo and not later than this
     * @param from only what comes behind this one; empty to begin
     * @param limit 1 to 500
     */
    List<Ending> between(Instant after, Instant upTo, Optional<Ending> from, int limit);
}
