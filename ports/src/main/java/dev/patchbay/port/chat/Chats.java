package dev.patchbay.port.chat;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.account.Language;
import dev.patchbay.domain.chat.Chat;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.chat.Tries;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which account is used from which chat; a chat goes with its account. Safe for many threads and processes; each method is atomic. */
public interface Chats {
    Optional<Chat> of(ChatUser user);

    /** Those from which that account is used, by user. */
    List<Chat> of(AccountId account);

    /**
     * Adds an account together with the chat it is first used from, or neither.
     *
     * @return false when that user has a chat already; nothing is written then
     */
    boolean open(Account account, Chat first);

    /**
     * Adds a chat of an account that is there.
     *
     * @return false when that user has one already
     */
    boolean add(Chat chat);

    /**
     * From now on another account is used from that chat.
     *
     * @return false when it is not that of {@code from} (any more)
     */
    boolean move(ChatUser user, AccountId from, AccountId to);

    /** Ends the use of that account from that chat, unless nothing else leads into the account. */
    Leaving leave(ChatUser user, AccountId account);

    /** What came of leaving. */
    enum Leaving {
        LEFT,
        /** The chat is not that account's (any more). */
        NOT_THERE,
        /** The account has no other chat and no sign-in method; nothing is removed. */
        LAST_ONE
    }

    /** @return false when there is no such chat */
    boolean speak(ChatUser user, Language language);

    /** Nothing is sent to that chat from now on; one that is muted already stays so since then. */
    void mute(ChatUser user, Instant now);

    void unmute(ChatUser user);

    /**
     * Lets a chat try a code or a number, as often as {@link Tries} says.
     *
     * @return false when it tried too often, or there is no such chat; nothing is counted then
     */
    boolean takeTry(ChatUser user, Instant now);

    /** Takes back that one try was counted; without any it does nothing. */
    void giveBackTry(ChatUser user);
}
