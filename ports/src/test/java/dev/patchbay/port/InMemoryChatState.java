package dev.patchbay.port;

import dev.patchbay.domain.chat.BotId;
import dev.patchbay.domain.chat.Chat;
import dev.patchbay.domain.chat.ChatLink;
import dev.patchbay.domain.chat.ChatSignIn;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.chat.Outgoing;
import dev.patchbay.domain.chat.Tries;
import dev.patchbay.port.chat.BotDuty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** What {@link InMemoryState} keeps of chats. Touched only inside its {@code act}. */
final class InMemoryChatState {

    /** Which update of which bot. */
    record UpdateId(BotId bot, long id) {}

    /** Who handles or handled an update. */
    record Handling(UUID holder, Instant claimedAt, Instant until, Optional<Instant> doneAt) {}

    /** Who speaks for a bot. */
    record Duty(BotDuty.Holder holder, Instant until) {}

    final Map<ChatUser, Chat> chats = new TreeMap<>(Comparator.comparingLong(ChatUser::value));
    final Map<ChatUser, Tries> tries = new HashMap<>();
    final Map<UpdateId, Handling> updates = new HashMap<>();
    /** In the order in which they were put. */
    final Map<UUID, Outgoing> outbox = new LinkedHashMap<>();
    /** With the time at which their message expires. */
    final Map<String, Instant> keys = new HashMap<>();

    final Map<BotId, Instant> pauses = new HashMap<>();
    final Map<BotId, Duty> duties = new HashMap<>();
    final Map<ChatUser, ChatLink> links = new HashMap<>();
    final List<ChatSignIn> signIns = new ArrayList<>();

    /** @return false when its key was put already */
    boolean put(Outgoing message) {
        if (message.key().filter(keys::containsKey).isPresent()) {
            return false;
        }
        if (outbox.putIfAbsent(message.id(), message) != null) {
            throw new IllegalStateException("there is a message with that id already");
        }
        message.key().ifPresent(key -> keys.put(key, message.expiresAt()));
        return true;
    }
}
