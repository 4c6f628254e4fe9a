package dev.patchbay.sandbox.telegram;

import java.net.URI;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * A person with a phone, and their private chat with the bot. What they do returns at once, with the number of the
 * update that the bot will get; empty if it gets none. Safe for many threads.
 */
public final class TelegramUser extends Room {
    private final Account account;
    private final Chat room;
    private final Acts acts;
    private final Queries queries;

    TelegramUser(Cloud cloud, Account account, Chat room, Acts acts, Queries queries) {
        super(cloud);
        this.account = account;
        this.room = room;
        this.acts = acts;
        this.queries = queries;
    }

    @Override
    Chat room() {
        return room;
    }

    Account account() {
        return account;
    }

    /** The {@code User.id}, which is that of the private chat too; wider than an int. */
    public long id() {
        return account.id();
    }

    /** The first name, as bots see it. */
    public String firstName() {
        return account.firstName();
    }

    /** Sets the language of their app, such as {@code de}; empty text if it tells none. Returns this user. */
    public TelegramUser speaks(String language) {
        cloud.change(account, it -> it.language = language);
        return this;
    }

    /** Presses START. */
    public OptionalLong start() {
        return write("/start");
    }

    /**
     * Opens a link to the bot and presses START; with a payload the bot gets {@code /start <payload>}.
     *
     * @throws IllegalArgumentException if the link leads elsewhere, or its payload is none that Telegram takes
     */
    public OptionalLong open(URI link) {
        return write(DeepLink.payload(link, cloud.bot().username())
                .map(payload -> "/start " + payload)
                .orElse("/start"));
    }

    /** Writes into the private chat. A bot that was blocked is unblocked by that. */
    public OptionalLong write(String text) {
        return acts.write(account, room, text);
    }

    /** Writes into a group; the bot gets what begins with a command or names it. */
    public OptionalLong writeIn(TelegramGroup group, String text) {
        return acts.write(account, group.room(), text);
    }

    /** Writes into the private chat and waits for the next message of the bot. */
    public ChatMessage ask(String text, Duration atMost) {
        long before =
                chat().messages().stream().mapToLong(ChatMessage::id).max().orElse(0);
        write(text);
        return await(message -> message.isFromBot() && message.id() > before, atMost);
    }

    /** Changes a message of their own in the private chat. */
    public OptionalLong edit(long messageId, String text) {
        return acts.edit(account, room, messageId, text);
    }

    /**
     * Where the newest button in the private chat leads whose label holds this text.
     *
     * @throws IllegalStateException if there is no such button, or it is no link
     */
    public URI link(String label) {
        Button button = find(this, label).button();
        if (button.url().isEmpty()) {
            throw new IllegalStateException("the button is no link: " + button);
        }
        return URI.create(button.url());
    }

    /** Presses the newest button in the private chat whose label holds this text. */
    public Press press(String label) {
        return pressIn(this, label);
    }

    /**
     * Presses the newest button in a chat whose label holds this text, whoever it was meant for.
     *
     * @throws IllegalStateException if there is no such button, or it is a link
     */
    public Press pressIn(Room where, String label) {
        Found found = find(where, label);
        if (found.button().data().isEmpty()) {
            throw new IllegalStateException("the button is a link: " + found.button());
        }
        return pressData(where, found.message().id(), found.button().data());
    }

    /** Sends callback data of their own making, as a modified app can; also for messages that were deleted. */
    public Press pressData(Room where, long messageId, String data) {
        Acts.Pressed pressed = acts.press(account, where.room(), messageId, data);
        return new Press(pressed.id(), pressed.updateId(), queries);
    }

    private record Found(ChatMessage message, Button button) {}

    private static Found find(Room where, String label) {
        Transcript chat = where.chat();
        return chat.offering(label)
                .flatMap(message -> message.button(label).map(button -> new Found(message, button)))
                .orElseThrow(
                        () -> new IllegalStateException("no button says " + label + " in this dialogue:\n" + chat));
    }

    /** Blocks the bot; nothing if it is blocked. */
    public OptionalLong block() {
        return acts.block(account, room);
    }

    /** Unblocks the bot without writing; nothing if it is not blocked. */
    public OptionalLong unblock() {
        return acts.unblock(account, room);
    }

    /** Deletes their account. The bot is not told. */
    public void deleteAccount() {
        acts.deleteAccount(account);
    }
}
