package dev.patchbay.port.chat;

import dev.patchbay.domain.chat.BotId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Of several processes one speaks for a bot: it polls and it sends. Safe for many threads and processes; each method is atomic. */
public interface BotDuty {
    /**
     * Who has the duty.
     *
     * @param id one for each start of a bot
     * @param process as {@link dev.patchbay.port.connection.Presence} names it
     */
    record Holder(UUID id, String process) {}

    /**
     * Takes the duty when it is free or has run out, and prolongs one's own.
     *
     * @return whether it is the holder's until then
     */
    boolean hold(BotId bot, Holder holder, Instant now, Instant until);

    /** Who took the duty last, whether or not it has run out; empty when it was given up. */
    Optional<Holder> holder(BotId bot);

    /** Ends that holder's duty: one's own, or that of a process that is known to have ended. Of anybody else's it does nothing. */
    void release(BotId bot, UUID holder);
}
