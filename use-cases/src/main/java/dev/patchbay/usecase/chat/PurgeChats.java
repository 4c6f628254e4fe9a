package dev.patchbay.usecase.chat;

import dev.patchbay.port.chat.ChatLinks;
import dev.patchbay.port.chat.ChatOutbox;
import dev.patchbay.port.chat.ChatSignIns;
import dev.patchbay.port.chat.ChatUpdates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Removes what chats left behind a while ago. Several processes may do so at once. */
public final class PurgeChats {
    /** Twice as long as the messenger delivers an update, and much shorter than after which it counts anew. */
    private static final Duration KEEP_UPDATES = Duration.ofHours(48);

    private final ChatUpdates updates;
    private final ChatOutbox outbox;
    private final ChatLinks links;
    private final ChatSignIns signIns;
    private final Clock clock;

    public PurgeChats(ChatUpdates updates, ChatOutbox outbox, ChatLinks links, ChatSignIns signIns, Clock clock) {
        this.updates = updates;
        this.outbox = outbox;
        this.links = links;
        this.signIns = signIns;
        this.clock = clock;
    }

    /**
     * Removes a bounded number of each.
     *
     * @return how many went
     */
    public int purge() {
        Instant now = clock.instant();
        return updates.purge(now.minus(KEEP_UPDATES)) + outbox.purge(now) + links.purge(now) + signIns.purge(now);
    }
}
