package dev.patchbay.port.chat;

import dev.patchbay.domain.chat.BotId;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.chat.Outgoing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Messages that wait to be sent, in the order in which they were put. Safe for many threads and processes; each method is atomic. */
public interface ChatOutbox {
    /** For how long after a message with a key has expired no other one with that key is taken. */
    Duration KEEP_KEYS = Duration.ofDays(60);

    /** @return false when one with its key was put already, sent or not; nothing is written then */
    boolean put(Outgoing message);

    /**
     * What may be sent now, oldest first: of each chat the oldest that has not expired, if its time has come. Those of muted chats are left
     * out.
     *
     * @param limit 1 to 500
     */
    List<Outgoing> due(Instant now, int limit);

    /**
     * What waits for one chat, due or not, the newest first; without what has expired.
     *
     * @param limit 1 to 500
     */
    List<Outgoing> waiting(ChatUser user, Instant now, int limit);

    /**
     * Takes a message, to send it: counts a try, and nobody else finds it due until then.
     *
     * @param tries those counted when it was read
     * @return false when somebody else took it, or it is gone
     */
    boolean take(UUID id, int tries, Instant until);

    /** It arrived. */
    void sent(UUID id);

    /** It is due again at that time, and what follows it in its chat waits for it. */
    void later(UUID id, Instant notBefore);

    /** It will never arrive. Its key stays put. */
    void drop(UUID id);

    /** The bot is asked to send nothing until then; the later of two such times counts. */
    void pauseAll(BotId bot, Instant until);

    /** Until when the bot was last asked to send nothing; may have passed. */
    Optional<Instant> pausedUntil(BotId bot);

    /** Removes expired messages, and keys that were kept for long enough; a bounded number at a time. @return how many messages */
    int purge(Instant now);
}
