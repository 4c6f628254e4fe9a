package dev.patchbay.adapter.telegram;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** How the operator's bot stands with Telegram. Has no secret in it. */
public sealed interface BotStanding {
    /** The settings name none. */
    record None() implements BotStanding {}

    /** Telegram did not say. */
    record Unanswered() implements BotStanding {}

    /** Telegram knows no such token. */
    record UnknownToken() implements BotStanding {}

    /** The token is another bot's. @param username that one's, without the {@code @} */
    record AnotherBot(String username) implements BotStanding {}

    /** It is known. @param hook empty when Telegram did not say where updates go */
    record Known(String username, Optional<Hook> hook) implements BotStanding {}

    /**
     * Where updates go.
     *
     * @param ours where the settings want them posted; empty when they are asked for
     * @param host where they are posted; only the host, since people put tokens into paths; empty when they are not posted
     * @param isOurs whether that is what the settings want
     * @param waiting how many wait
     * @param lastErrorAt when posting last failed; empty when it never did
     * @param lastError what Telegram says of that
     */
    record Hook(
            Optional<URI> ours,
            Optional<String> host,
            boolean isOurs,
            int waiting,
            Optional<Instant> lastErrorAt,
            String lastError) {}
}
