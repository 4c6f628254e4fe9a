package dev.patchbay.sandbox.telegram;

import dev.patchbay.sandbox.ledger.Journal;
import dev.patchbay.sandbox.web.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the journal keeps of Telegram: who knows the bot, and the private chats. Groups, updates that wait and the webhook
 * are forgotten with the sandbox.
 */
final class Memory {
    private static final String PEOPLE = "telegram.contacts";
    private static final String MESSAGES = "telegram.messages";

    private final Journal journal;

    Memory(Journal journal) {
        this.journal = journal;
    }

    void keep(Account account) {
        journal.append(
                PEOPLE,
                Json.object(
                        "person",
                        account.person().id(),
                        "language",
                        account.language,
                        "started",
                        account.started,
                        "seen",
                        account.seen,
                        "blocked",
                        account.blocked,
                        "deleted",
                        account.deleted));
    }

    void keep(Chat chat, ChatMessage message) {
        if (chat.kind != Chat.Kind.PRIVATE) {
            return;
        }
        journal.append(
                MESSAGES,
                Json.object(
                        "chat",
                        chat.id,
                        "id",
                        message.id(),
                        "at",
                        message.at().toString(),
                        "from",
                        message.from(),
                        "text",
                        message.text(),
                        "entities",
                        message.entities(),
                        "reply_markup",
                        Keyboard.json(message.keyboard()),
                        "details",
                        message.details(),
                        "edits",
                        message.edits(),
                        "edited",
                        message.editedAt().toString(),
                        "deleted",
                        message.deleted()));
    }

    /** The people that an earlier sandbox knew, oldest fact first. They are handed out once. */
    List<Map<String, Object>> people() {
        return journal.takeEarlier(PEOPLE);
    }

    static void apply(Map<String, Object> line, Account account) {
        account.language = String.valueOf(line.get("language"));
        account.started = Boolean.TRUE.equals(line.get("started"));
        account.seen = Boolean.TRUE.equals(line.get("seen"));
        account.blocked = Boolean.TRUE.equals(line.get("blocked"));
        account.deleted = Boolean.TRUE.equals(line.get("deleted"));
    }

    /** The messages of an earlier sandbox, each as often as it changed, oldest first. They are handed out once. */
    List<Map<String, Object>> messages() {
        return journal.takeEarlier(MESSAGES);
    }

    static long chatOf(Map<String, Object> line) {
        return number(line.get("chat"));
    }

    static ChatMessage message(Map<String, Object> line) {
        List<Map<String, @Nullable Object>> entities = new ArrayList<>();
        if (line.get("entities") instanceof List<?> written) {
            written.forEach(entity -> entities.add(object(entity)));
        }
        return new ChatMessage(
                number(line.get("id")),
                Instant.parse(String.valueOf(line.get("at"))),
                String.valueOf(line.get("from")),
                String.valueOf(line.get("text")),
                entities,
                Keyboard.of(BotCall.of("", line)),
                object(line.get("details")),
                (int) number(line.get("edits")),
                Instant.parse(String.valueOf(line.get("edited"))),
                Boolean.TRUE.equals(line.get("deleted")));
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    private static Map<String, @Nullable Object> object(@Nullable Object value) {
        Map<String, @Nullable Object> object = Json.object();
        if (value instanceof Map<?, ?> members) {
            members.forEach((name, member) -> object.put(String.valueOf(name), member));
        }
        return object;
    }
}
