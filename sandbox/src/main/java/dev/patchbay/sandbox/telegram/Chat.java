package dev.patchbay.sandbox.telegram;

import dev.patchbay.sandbox.web.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One chat and all that was said in it. Messages are guarded by the cloud's lock. */
final class Chat {
    /** The values of {@code Chat.type}. */
    enum Kind {
        PRIVATE,
        GROUP,
        SUPERGROUP,
        CHANNEL;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    final long id;
    final Kind kind;
    final String title;
    private final Map<Long, ChatMessage> messages = new LinkedHashMap<>();
    private final @Nullable Account person;
    volatile boolean botRemoved;
    volatile long migratedTo;

    Chat(Account person) {
        this.id = person.id();
        this.kind = Kind.PRIVATE;
        this.title = "";
        this.person = person;
    }

    Chat(long id, Kind kind, String title) {
        this.id = id;
        this.kind = kind;
        this.title = title;
        this.person = null;
    }

    /** Whose private chat it is; empty for groups and channels. */
    Optional<Account> person() {
        return Optional.ofNullable(person);
    }

    void put(ChatMessage message) {
        messages.put(message.id(), message);
    }

    Optional<ChatMessage> message(long messageId) {
        return Optional.ofNullable(messages.get(messageId));
    }

    Transcript transcript() {
        return new Transcript(List.copyOf(messages.values()));
    }

    /** The {@code Chat} object. */
    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> chat = Json.object("id", id);
        if (person == null) {
            chat.put("title", title);
        } else {
            person.names(chat);
        }
        chat.put("type", kind.word());
        return chat;
    }

    /** Refuses what Telegram refuses a bot that wants to write here. */
    void checkWritable() {
        if (person == null) {
            if (migratedTo != 0) {
                throw BotRefusal.migrated(migratedTo);
            }
            if (botRemoved) {
                throw BotRefusal.forbidden("bot was kicked from the " + kind.word() + " chat");
            }
            return;
        }
        if (person.deleted) {
            throw BotRefusal.forbidden("user is deactivated");
        }
        if (!person.started) {
            throw person.seen
                    ? BotRefusal.forbidden("bot can't initiate conversation with a user")
                    : BotRefusal.bad("chat not found");
        }
        if (person.blocked) {
            throw BotRefusal.forbidden("bot was blocked by the user");
        }
    }
}
