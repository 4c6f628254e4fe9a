package dev.patchbay.sandbox.telegram;

import dev.patchbay.sandbox.web.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What people do, and the updates that come of it. */
final class Acts {
    private final Cloud cloud;
    private final Queries queries;
    private final AtomicLong queryIds = new AtomicLong(4_000_000_000_000L);

    Acts(Cloud cloud, Queries queries) {
        this.cloud = cloud;
        this.queries = queries;
    }

    /**
     * A query that a person made by pressing.
     *
     * @param id the {@code callback_query_id}
     * @param updateId the update; empty if the bot did not want it
     */
    record Pressed(String id, OptionalLong updateId) {}

    private void checkAlive(Account account) {
        if (account.deleted) {
            throw new IllegalStateException("this account was deleted");
        }
    }

    /** Writes in a chat; writing in the private one presses START first, and unblocks the bot. */
    OptionalLong write(Account account, Chat chat, String typed) {
        String text = typed.strip();
        if (text.isEmpty() || text.length() > Text.LONGEST) {
            throw new IllegalArgumentException("Telegram sends 1 to " + Text.LONGEST + " characters");
        }
        checkAlive(account);
        if (chat.kind == Chat.Kind.PRIVATE) {
            unblock(account, chat);
            if (!account.started) {
                cloud.change(account, it -> it.started = true);
            }
        }
        ChatMessage message = cloud.post(chat, account.person().id(), Text.typed(text));
        if (!reachesBot(chat, text)) {
            return OptionalLong.empty();
        }
        meet(account);
        return cloud.tell("message", chat.id, cloud.json(chat, message));
    }

    private void meet(Account account) {
        if (!account.seen) {
            cloud.change(account, it -> it.seen = true);
        }
    }

    /** In groups a bot with privacy mode, which is the usual one, reads what is meant for it. */
    private boolean reachesBot(Chat chat, String text) {
        if (chat.kind == Chat.Kind.PRIVATE) {
            return true;
        }
        String name = "@" + cloud.bot().username().toLowerCase(Locale.ROOT);
        String lower = text.toLowerCase(Locale.ROOT);
        String first = lower.split("\\s", 2)[0];
        boolean command = first.startsWith("/") && (!first.contains("@") || first.endsWith(name));
        return !chat.botRemoved && (command || lower.contains(name));
    }

    OptionalLong edit(Account account, Chat chat, long messageId, String text) {
        checkAlive(account);
        ChatMessage message = cloud.message(chat, messageId)
                .filter(one -> one.from().equals(account.person().id()) && !one.deleted())
                .orElseThrow(() -> new IllegalArgumentException("people change their own messages only"));
        ChatMessage edited = message.edited(cloud.now(), Text.typed(text), List.of());
        cloud.replace(chat, edited);
        return cloud.tell("edited_message", chat.id, cloud.json(chat, edited));
    }

    OptionalLong postInChannel(Chat channel, String text) {
        ChatMessage message = cloud.post(channel, channel.title, Text.typed(text));
        return cloud.tell("channel_post", channel.id, cloud.json(channel, message));
    }

    /** Presses a button, or makes up its data as a modified client can; a deleted message is inaccessible to the bot. */
    Pressed press(Account account, Chat chat, long messageId, String data) {
        checkAlive(account);
        String id = Long.toString(queryIds.incrementAndGet());
        queries.pressed(id, cloud.now());
        Map<String, @Nullable Object> message;
        synchronized (cloud) {
            message = chat.message(messageId)
                    .filter(one -> !one.deleted())
                    .map(one -> cloud.json(chat, one))
                    .orElseGet(() -> Json.object("message_id", messageId, "chat", chat.json(), "date", 0));
        }
        OptionalLong update = cloud.tell(
                "callback_query",
                account.id(),
                Json.object(
                        "id",
                        id,
                        "from",
                        account.json(),
                        "message",
                        message,
                        "chat_instance",
                        Long.toString(chat.id * 31 + 7),
                        "data",
                        data));
        return new Pressed(id, update);
    }

    OptionalLong block(Account account, Chat chat) {
        return changeBlock(account, chat, true);
    }

    OptionalLong unblock(Account account, Chat chat) {
        return changeBlock(account, chat, false);
    }

    private OptionalLong changeBlock(Account account, Chat chat, boolean blocked) {
        synchronized (cloud) {
            if (account.blocked == blocked) {
                return OptionalLong.empty();
            }
            cloud.change(account, it -> it.blocked = blocked);
        }
        return member(account, chat, blocked ? "member" : "kicked", blocked ? "kicked" : "member");
    }

    /** Ends an account; the bot is not told, and finds out when it writes. */
    void deleteAccount(Account account) {
        cloud.change(account, it -> it.deleted = true);
    }

    OptionalLong addBot(Account by, Chat group) {
        group.botRemoved = false;
        meet(by);
        return member(by, group, "left", "member");
    }

    OptionalLong removeBot(Account by, Chat group) {
        group.botRemoved = true;
        return member(by, group, "member", "kicked");
    }

    private OptionalLong member(Account by, Chat chat, String before, String after) {
        return cloud.tell(
                "my_chat_member",
                chat.id,
                Json.object(
                        "chat",
                        chat.json(),
                        "from",
                        by.json(),
                        "date",
                        cloud.now().getEpochSecond(),
                        "old_chat_member",
                        membership(before),
                        "new_chat_member",
                        membership(after)));
    }

    private Map<String, @Nullable Object> membership(String status) {
        Map<String, @Nullable Object> membership = Json.object("user", cloud.botJson(), "status", status);
        if (status.equals("kicked")) {
            membership.put("until_date", 0);
        }
        return membership;
    }

    /** Turns a group into a supergroup, which has another id; both chats say so. */
    Chat migrate(Chat group) {
        Chat supergroup = cloud.create(Chat.Kind.SUPERGROUP, group.title);
        group.migratedTo = supergroup.id;
        note(group, "migrate_to_chat_id", supergroup.id);
        note(supergroup, "migrate_from_chat_id", group.id);
        return supergroup;
    }

    private void note(Chat chat, String member, long other) {
        ChatMessage message = cloud.post(chat, chat.title, new Text("(" + member + " " + other + ")", List.of()));
        Map<String, @Nullable Object> json = cloud.json(chat, message);
        json.remove("text");
        json.put(member, other);
        cloud.tell("message", chat.id, json);
    }
}
