package dev.patchbay.port.chat;

import dev.patchbay.domain.chat.BotId;
import dev.patchbay.domain.chat.Outgoing;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What came in from chats, so that each update takes effect once, however often and wherever it is delivered. Safe for many threads and
 * processes; each method is atomic.
 */
public interface ChatUpdates {
    /** What a claim met. */
    enum Claimed {
        /** The caller's, until the time it named; it may handle the update. */
        MINE,
        /** The same, and an earlier claim ran out: its holder may have done any part of what the update asks for. */
        MINE_AGAIN,
        /** It was handled; nothing is left to do. */
        DONE,
        /** Somebody handles it at this moment: ask again later. */
        BUSY
    }

    /**
     * Claims an update. A claim that ran out without being done is taken over; one that runs is nobody else's, nor given twice to
     * one holder.
     *
     * @param holder one for each handling
     */
    Claimed claim(BotId bot, long updateId, UUID holder, Instant now, Instant until);

    /**
     * Marks the update as handled and puts the replies into the {@link ChatOutbox}, all of it or nothing. A reply whose key was put before is
     * left out.
     *
     * @return false when the update is not that holder's any more, or done; nothing is written then
     */
    boolean done(BotId bot, long updateId, UUID holder, List<Outgoing> replies, Instant now);

    /**
     * Where a poller goes on: at the lowest update that was claimed and is not done, or behind the highest that is done. 0 when nothing is
     * known: then whatever the other side still has is new, or is known as done.
     */
    long nextOffset(BotId bot);

    /**
     * Forgets updates that were done, or last claimed, before then; a bounded number at a time. The other side delivers nothing that is older
     * than a day, and begins to count anew after a week without updates, so they are to be forgotten in between.
     *
     * @return how many
     */
    int purge(Instant before);
}
