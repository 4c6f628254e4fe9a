package dev.patchbay.adapter.telegram;

import dev.patchbay.domain.chat.ChatUser;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** What an update means to us. Whatever is not listed here, such as edits and channel posts, means nothing. */
sealed interface Incoming {
    /** Somebody, as Telegram describes them. */
    record Who(ChatUser user, Optional<String> languageCode, Optional<String> name) {}

    /** Somebody wrote in their private chat. @param text empty for what is no text */
    record Said(Who who, int messageId, String text) implements Incoming {}

    /** Somebody tapped a button in their private chat. @param query what Telegram waits to hear of */
    record Touched(Who who, String query, String data) implements Incoming {}

    /** Somebody tapped a button anywhere else. */
    record TouchedElsewhere(String query) implements Incoming {}

    /** Somebody blocked the bot, or let it speak again. */
    record Muted(ChatUser user, boolean muted) implements Incoming {}

    /** Somebody wants something from us where others can read it. */
    record InGroup(long chat) implements Incoming {}

    /** Nothing that concerns us. */
    record Nothing() implements Incoming {}

    static Incoming of(Update update, String username) {
        if (update.getMessage() != null) {
            return said(update.getMessage(), username);
        }
        if (update.getCallbackQuery() != null) {
            return touched(update.getCallbackQuery());
        }
        return update.getMyChatMember() != null ? member(update.getMyChatMember()) : new Nothing();
    }

    /** The chat that the update is about, as far as order matters; 0 when it is none. */
    static long chatOf(Incoming incoming) {
        return switch (incoming) {
            case Said said -> said.who().user().value();
            case Touched touched -> touched.who().user().value();
            case Muted muted -> muted.user().value();
            case InGroup group -> group.chat();
            case TouchedElsewhere elsewhere -> 0;
            case Nothing nothing -> 0;
        };
    }

    private static Incoming said(Message message, String username) {
        Optional<Who> who = who(message.getFrom());
        @Nullable Chat chat = message.getChat();
        if (who.isEmpty() || chat == null || chat.getId() == null || message.getMessageId() == null) {
            return new Nothing();
        }
        String text = Optional.ofNullable(message.getText()).orElse("");
        if (isPrivateOf(who.get(), chat)) {
            return new Said(who.get(), message.getMessageId(), text);
        }
        boolean group = "group".equals(chat.getType()) || "supergroup".equals(chat.getType());
        return group && isForUs(text, username) ? new InGroup(chat.getId()) : new Nothing();
    }

    /** In a group, other bots may have the same commands: only one that names us is meant for us. */
    private static boolean isForUs(String text, String username) {
        String first = text.split("\\s", 2)[0].toLowerCase(Locale.ROOT);
        return first.startsWith("/") && first.endsWith("@" + username.toLowerCase(Locale.ROOT));
    }

    private static Incoming touched(CallbackQuery query) {
        Optional<Who> who = who(query.getFrom());
        if (query.getId() == null || who.isEmpty()) {
            return new Nothing();
        }
        boolean here = query.getMessage() != null
                && query.getMessage().getChat() != null
                && isPrivateOf(who.get(), query.getMessage().getChat());
        return here && query.getData() != null
                ? new Touched(who.get(), query.getId(), query.getData())
                : new TouchedElsewhere(query.getId());
    }

    private static Incoming member(ChatMemberUpdated change) {
        Optional<Who> who = who(change.getFrom());
        boolean here = who.isPresent() && change.getChat() != null && isPrivateOf(who.get(), change.getChat());
        if (!here || change.getNewChatMember() == null) {
            return new Nothing();
        }
        String status =
                Optional.ofNullable(change.getNewChatMember().getStatus()).orElse("");
        return new Muted(who.get().user(), status.equals("kicked") || status.equals("left"));
    }

    private static boolean isPrivateOf(Who who, Chat chat) {
        return "private".equals(chat.getType())
                && chat.getId() != null
                && chat.getId() == who.user().value();
    }

    private static Optional<Who> who(@Nullable User from) {
        if (from == null || from.getId() == null || Boolean.TRUE.equals(from.getIsBot())) {
            return Optional.empty();
        }
        return ChatUser.of(from.getId())
                .map(user -> new Who(
                        user, Optional.ofNullable(from.getLanguageCode()), Optional.ofNullable(from.getFirstName())));
    }
}
