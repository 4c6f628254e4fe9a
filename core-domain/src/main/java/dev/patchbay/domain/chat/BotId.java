package dev.patchbay.domain.chat;

/** The bot that people chat with; positive. */
public record BotId(long value) {
    public BotId {
        if (value <= 0) {
            throw new IllegalArgumentException("a bot's id is positive");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
