package dev.patchbay.port.chat;

import dev.patchbay.domain.chat.BotId;
import java.time.Instant;
import java.util.UUID;

/** Of several processes one speaks for a bot: it polls and it sends. Safe for many threads and processes; each method is atomic. */
public interface BotDuty {
    /**
     * Takes the duty when it is free or has run out, and prolongs one's own.
     *
     * @return whether it is the holder's until then
     */
    boolean hold(BotId bot, UUID holder, Instant now, Instant until);

    /** Gives up one's own duty; of somebody else's it does nothing. */
    void release(BotId bot, UUID holder);
}
