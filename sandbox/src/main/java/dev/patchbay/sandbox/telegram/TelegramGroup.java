package dev.patchbay.sandbox.telegram;

import java.util.OptionalLong;

/** A group, supergroup or channel with the bot in it. Safe for many threads. */
public final class TelegramGroup extends Room {
    private final Chat room;
    private final Acts acts;

    TelegramGroup(Cloud cloud, Chat room, Acts acts) {
        super(cloud);
        this.room = room;
        this.acts = acts;
    }

    @Override
    Chat room() {
        return room;
    }

    /** Publishes something, if this is a channel; the bot gets a {@code channel_post}. */
    public OptionalLong publish(String text) {
        if (room.kind != Chat.Kind.CHANNEL) {
            throw new IllegalStateException("only channels publish");
        }
        return acts.postInChannel(room, text);
    }

    /** Turns the group into a supergroup and returns that; sends to the old id are refused with the new one. */
    public TelegramGroup migrate() {
        if (room.kind != Chat.Kind.GROUP || room.migratedTo != 0) {
            throw new IllegalStateException("only a group that is one still can become a supergroup");
        }
        return new TelegramGroup(cloud, acts.migrate(room), acts);
    }

    /** Has somebody throw the bot out. */
    public OptionalLong removeBot(TelegramUser by) {
        return acts.removeBot(by.account(), room);
    }

    /** Has somebody take the bot in again. */
    public OptionalLong addBot(TelegramUser by) {
        return acts.addBot(by.account(), room);
    }
}
