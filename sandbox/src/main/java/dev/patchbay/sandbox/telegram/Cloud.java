package dev.patchbay.sandbox.telegram;

import dev.patchbay.sandbox.party.Person;
import dev.patchbay.sandbox.web.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who is there, which chats they have with the bot, and what was said. Its lock guards accounts and chats. */
final class Cloud {
    private final BotAccount bot;
    private final Clock clock;
    private final Updates updates;
    private final Memory memory;
    private final Runnable onUpdate;
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<Long, Chat> chats = new LinkedHashMap<>();
    private long messages;
    private long groups;

    Cloud(BotAccount bot, Clock clock, Updates updates, Memory memory, Runnable onUpdate) {
        this.bot = bot;
        this.clock = clock;
        this.updates = updates;
        this.memory = memory;
        this.onUpdate = onUpdate;
        // Numbers go up over restarts, so that the bot never changes another message than it means.
        this.messages = clock.instant().getEpochSecond() - 1_700_000_000L;
    }

    BotAccount bot() {
        return bot;
    }

    Instant now() {
        return clock.instant();
    }

    synchronized Account account(Person person) {
        return accounts.computeIfAbsent(person.id(), id -> {
            Account account = new Account(person);
            chats.put(account.id(), new Chat(account));
            return account;
        });
    }

    synchronized Chat create(Chat.Kind kind, String title) {
        groups++;
        long id = kind == Chat.Kind.GROUP ? -4_000_000_000L - groups : -1_002_000_000_000L - groups;
        Chat chat = new Chat(id, kind, title);
        chats.put(id, chat);
        return chat;
    }

    /** The chat of this id. */
    synchronized Optional<Chat> chat(long id) {
        return Optional.ofNullable(chats.get(id));
    }

    /** Puts a new message into the chat. */
    synchronized ChatMessage post(Chat chat, String from, Text text) {
        ChatMessage message = ChatMessage.of(++messages, now(), from, text);
        replace(chat, message);
        return message;
    }

    synchronized void replace(Chat chat, ChatMessage message) {
        chat.put(message);
        memory.keep(chat, message);
        notifyAll();
    }

    /** Takes a message over from an earlier sandbox. */
    synchronized void restore(long chat, ChatMessage message) {
        chat(chat).ifPresent(it -> it.put(message));
        messages = Math.max(messages, message.id());
    }

    /** Changes what is known of an account. */
    synchronized void change(Account account, Consumer<Account> how) {
        how.accept(account);
        memory.keep(account);
    }

    /** The message of this number, deleted or not. */
    synchronized Optional<ChatMessage> message(Chat chat, long id) {
        return chat.message(id);
    }

    synchronized Transcript transcript(Chat chat) {
        return chat.transcript();
    }

    /** Waits until the chat has a visible message that fits, and returns the oldest such; empty if time ran out. */
    synchronized Optional<ChatMessage> await(Chat chat, Predicate<ChatMessage> wanted, Duration atMost)
            throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            Optional<ChatMessage> found =
                    chat.transcript().visible().stream().filter(wanted).findFirst();
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (found.isPresent() || left <= 0) {
                return found;
            }
            wait(left);
        }
    }

    /** Tells the bot; empty if it does not want to know. */
    OptionalLong tell(String type, long lane, Map<String, @Nullable Object> content) {
        OptionalLong id = updates.add(type, lane, content);
        onUpdate.run();
        return id;
    }

    /** The bot as a {@code User}. */
    Map<String, @Nullable Object> botJson() {
        return Json.object("id", bot.id(), "is_bot", true, "first_name", bot.name(), "username", bot.username());
    }

    /** The {@code Message} object. */
    synchronized Map<String, @Nullable Object> json(Chat chat, ChatMessage message) {
        Map<String, @Nullable Object> json = Json.object("message_id", message.id());
        if (chat.kind == Chat.Kind.CHANNEL) {
            json.put("sender_chat", chat.json());
        } else if (message.isFromBot()) {
            json.put("from", botJson());
        } else {
            Optional.ofNullable(accounts.get(message.from())).ifPresent(sender -> json.put("from", sender.json()));
        }
        json.put("chat", chat.json());
        json.put("date", message.at().getEpochSecond());
        if (message.edits() > 0) {
            json.put("edit_date", message.editedAt().getEpochSecond());
        }
        json.put("text", message.text());
        if (!message.entities().isEmpty()) {
            json.put("entities", message.entities());
        }
        if (message.details().containsKey("link_preview_options")) {
            json.put("link_preview_options", message.details().get("link_preview_options"));
        }
        if (!message.keyboard().isEmpty()) {
            json.put("reply_markup", Keyboard.json(message.keyboard()));
        }
        if (message.isProtected()) {
            json.put("has_protected_content", true);
        }
        return json;
    }
}
