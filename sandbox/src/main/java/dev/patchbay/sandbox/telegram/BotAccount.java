package dev.patchbay.sandbox.telegram;

import java.util.regex.Pattern;

/**
 * A bot as BotFather hands it out.
 *
 * @param token {@code <id>:<secret>}; whoever has it is the bot
 * @param username without the {@code @}; ends in {@code bot}
 * @param name as shown in chats
 */
public record BotAccount(String token, String username, String name) {
    private static final Pattern TOKEN = Pattern.compile("[1-9]\\d{5,14}:[A-Za-z0-9_-]{35}");
    private static final Pattern USERNAME = Pattern.compile("(?i)[a-z][a-z0-9_]{1,28}bot");

    /** Refuses what BotFather would not hand out; the message holds no token. */
    public BotAccount {
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException("a bot token is digits, a colon and 35 characters");
        }
        if (!USERNAME.matcher(username).matches()) {
            throw new IllegalArgumentException("a bot's username is 5 to 32 letters, digits and _, and ends in bot");
        }
    }

    /** The bot's id among users: the number before the colon. */
    public long id() {
        return Long.parseLong(token.substring(0, token.indexOf(':')));
    }

    /** Prints no token. */
    @Override
    public String toString() {
        return "BotAccount @" + username;
    }
}
