package dev.patchbay.domain.chat;

import java.util.Optional;

/** A user of the messenger, and at once their private chat with the bot: 1 to 2^52. */
public record ChatUser(long value) {
    private static final long MOST = 1L << 52;

    public ChatUser {
        if (!isGood(value)) {
            throw new IllegalArgumentException("a chat user is 1 to 2^52");
        }
    }

    /** Empty for what is no person: groups and channels have other numbers. */
    public static Optional<ChatUser> of(long value) {
        return isGood(value) ? Optional.of(new ChatUser(value)) : Optional.empty();
    }

    private static boolean isGood(long value) {
        return value > 0 && value <= MOST;
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
