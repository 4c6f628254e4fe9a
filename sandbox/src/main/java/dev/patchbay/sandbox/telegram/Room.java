package dev.patchbay.sandbox.telegram;

import java.time.Duration;
import java.util.function.Predicate;

/** A chat as tests look at it. Safe for many threads. */
public abstract sealed class Room permits TelegramUser, TelegramGroup {
    final Cloud cloud;

    Room(Cloud cloud) {
        this.cloud = cloud;
    }

    abstract Chat room();

    /** The {@code chat.id} that bots use. */
    public final long chatId() {
        return room().id;
    }

    /** Everything that was said so far. */
    public final Transcript chat() {
        return cloud.transcript(room());
    }

    /**
     * Waits for a message that can be seen and fits, from whomever, and returns the oldest one.
     *
     * @throws IllegalStateException if there is none in this time; the message holds the dialogue so far
     */
    public final ChatMessage await(Predicate<ChatMessage> wanted, Duration atMost) {
        try {
            return cloud.await(room(), wanted, atMost)
                    .orElseThrow(() -> new IllegalStateException("nothing fits in this dialogue:\n" + chat()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a message");
        }
    }

    /** As {@link #await(Predicate, Duration)}: a message of the bot that holds this text. */
    public final ChatMessage awaitFromBot(String text, Duration atMost) {
        return await(message -> message.isFromBot() && message.text().contains(text), atMost);
    }
}
