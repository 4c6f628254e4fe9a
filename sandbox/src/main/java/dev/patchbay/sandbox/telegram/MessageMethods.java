package dev.patchbay.sandbox.telegram;

import dev.patchbay.sandbox.web.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The methods that say something in chats. */
final class MessageMethods {
    private static final Duration DELETABLE = Duration.ofHours(48);
    private static final int MOST_DELETED = 100;

    private final Cloud cloud;
    private final SendLimits limits;

    MessageMethods(Cloud cloud, SendLimits limits) {
        this.cloud = cloud;
        this.limits = limits;
    }

    Done send(BotCall call) {
        Text text = Text.of(call);
        List<List<Button>> keyboard = Keyboard.of(call);
        Map<String, @Nullable Object> details = Json.object();
        call.object("link_preview_options", "can't parse link preview options JSON object")
                .ifPresent(options -> details.put("link_preview_options", options));
        if (call.flag("protect_content")) {
            details.put("protect_content", true);
        }
        synchronized (cloud) {
            Chat chat = chat(call);
            chat.checkWritable();
            limits.take(chat, cloud.now());
            ChatMessage message = cloud.post(chat, ChatMessage.BOT, text).with(keyboard, details);
            cloud.replace(chat, message);
            return done(chat, message);
        }
    }

    Done editText(BotCall call) {
        Text text = Text.of(call);
        List<List<Button>> keyboard = Keyboard.of(call);
        synchronized (cloud) {
            Chat chat = chat(call);
            return edit(chat, editable(chat, call), text, keyboard);
        }
    }

    Done editKeyboard(BotCall call) {
        List<List<Button>> keyboard = Keyboard.of(call);
        synchronized (cloud) {
            Chat chat = chat(call);
            ChatMessage message = editable(chat, call);
            return edit(chat, message, new Text(message.text(), message.entities()), keyboard);
        }
    }

    private Done edit(Chat chat, ChatMessage message, Text text, List<List<Button>> keyboard) {
        if (message.text().equals(text.plain())
                && message.entities().equals(text.entities())
                && message.keyboard().equals(keyboard)) {
            throw BotRefusal.bad("message is not modified: specified new message content and reply markup are exactly"
                    + " the same as a current content and reply markup of the message");
        }
        ChatMessage edited = message.edited(cloud.now(), text, keyboard);
        cloud.replace(chat, edited);
        return done(chat, edited);
    }

    private ChatMessage editable(Chat chat, BotCall call) {
        if (chat.person().filter(person -> person.deleted).isPresent() || chat.migratedTo != 0) {
            chat.checkWritable();
        }
        ChatMessage message = message(chat, call, "message to edit not found");
        if (!message.isFromBot()) {
            throw BotRefusal.bad("message can't be edited");
        }
        return message;
    }

    Done delete(BotCall call) {
        synchronized (cloud) {
            Chat chat = chat(call);
            chat.checkWritable();
            ChatMessage message = message(chat, call, "message to delete not found");
            if (!isDeletable(chat, message)) {
                throw BotRefusal.bad("message can't be deleted");
            }
            cloud.replace(chat, message.gone());
            return new Done(true, "", chat.id, message.id(), "");
        }
    }

    /** Deletes what can be deleted, and says nothing of the rest. */
    Done deleteSome(BotCall call) {
        List<Long> ids = new ArrayList<>();
        for (Object id : call.list("message_ids", "can't parse message identifiers JSON object")
                .orElse(List.of())) {
            ids.add(id instanceof Number number ? number.longValue() : 0L);
        }
        if (ids.isEmpty()) {
            throw BotRefusal.bad("message identifiers are not specified");
        }
        if (ids.size() > MOST_DELETED) {
            throw BotRefusal.bad("too many message identifiers specified");
        }
        synchronized (cloud) {
            Chat chat = chat(call);
            chat.checkWritable();
            for (long id : ids) {
                chat.message(id)
                        .filter(message -> isDeletable(chat, message))
                        .ifPresent(message -> cloud.replace(chat, message.gone()));
            }
            return new Done(true, "", chat.id, ids.getFirst(), "");
        }
    }

    /** Its own messages, and those of people in private chats, for two days. */
    private boolean isDeletable(Chat chat, ChatMessage message) {
        return !message.deleted()
                && (message.isFromBot() || chat.kind == Chat.Kind.PRIVATE)
                && message.at().plus(DELETABLE).isAfter(cloud.now());
    }

    Done chatAction(BotCall call) {
        if (call.text("action").isEmpty()) {
            throw BotRefusal.bad("wrong parameter action in request");
        }
        synchronized (cloud) {
            Chat chat = chat(call);
            chat.checkWritable();
            return new Done(true, "", chat.id, 0, "");
        }
    }

    private Done done(Chat chat, ChatMessage message) {
        return new Done(cloud.json(chat, message), "", chat.id, message.id(), message.text());
    }

    private Chat chat(BotCall call) {
        String id = call.text("chat_id");
        if (id.isEmpty()) {
            throw BotRefusal.bad("chat_id is empty");
        }
        OptionalLong number = call.number("chat_id");
        Optional<Chat> chat = number.isPresent() ? cloud.chat(number.getAsLong()) : Optional.empty();
        return chat.orElseThrow(() -> BotRefusal.bad("chat not found"));
    }

    private static ChatMessage message(Chat chat, BotCall call, String missing) {
        long id = call.number("message_id").orElse(0);
        if (id == 0) {
            throw BotRefusal.bad("message identifier is not specified");
        }
        return chat.message(id).filter(message -> !message.deleted()).orElseThrow(() -> BotRefusal.bad(missing));
    }
}
