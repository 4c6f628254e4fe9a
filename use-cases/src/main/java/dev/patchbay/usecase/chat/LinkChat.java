package dev.patchbay.usecase.chat;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.account.DisplayName;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.chat.Chat;
import dev.patchbay.domain.chat.ChatCode;
import dev.patchbay.domain.chat.ChatLink;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.account.Accounts;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.chat.ChatLinks;
import dev.patchbay.port.chat.ChatSignIns;
import dev.patchbay.port.chat.Chats;
import dev.patchbay.port.chat.Notice;
import dev.patchbay.usecase.chat.ChatAccounts.Present;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Links a chat to an account that is used elsewhere. The chat gets a one-time code; whoever is signed in where it is brought is shown a
 * number; the chat has to say that number, once. So neither a code that was passed on nor a chat that lures somebody links anything.
 */
public final class LinkChat {
    private final ChatLinks links;
    private final ChatSignIns signIns;
    private final Chats chats;
    private final Accounts accounts;
    private final LeaveForAnother leave;
    private final TellChat tellChat;
    private final Activity activity;
    private final SecretSource secrets;
    private final Clock clock;

    public LinkChat(
            ChatLinks links,
            ChatSignIns signIns,
            Chats chats,
            Accounts accounts,
            LeaveForAnother leave,
            TellChat tellChat,
            Activity activity,
            SecretSource secrets,
            Clock clock) {
        this.links = links;
        this.signIns = signIns;
        this.chats = chats;
        this.accounts = accounts;
        this.leave = leave;
        this.tellChat = tellChat;
        this.activity = activity;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** What came of a chat's wish. */
    public sealed interface Asking {
        /** Bring the code to a browser that is signed in; an earlier one of this chat is void. */
        record Asked(ChatCode code, Instant expiresAt) implements Asking {}

        record Refused(Kept kept) implements Asking {}
    }

    /** What came of bringing a code. */
    public sealed interface Bringing {
        /**
         * The chat is asked for the number now.
         *
         * @param number 10 to 99
         * @param chatName what the account that was used from the chat until now is called
         */
        record NumberShown(int number, DisplayName chatName, Instant expiresAt) implements Bringing {}

        record AlreadyYours() implements Bringing {}

        /** Used, expired, or not made here. */
        record CodeInvalid() implements Bringing {}
    }

    /** What came of the chat's answer. */
    public sealed interface Answer {
        record Linked(Account account) implements Answer {}

        /** The link is void; it has to be asked for anew. */
        record WrongNumber() implements Answer {}

        /** Nobody waits for a number. */
        record NothingAsked() implements Answer {}

        record Refused(Kept kept) implements Answer {}
    }

    /** Why the account that is used from the chat cannot be left behind: merging accounts is not possible. */
    public enum Kept {
        HAS_CONNECTIONS,
        HAS_APPS,
        /** In somebody else's app. */
        HAS_SEAT,
        HAS_SIGN_IN_METHODS
    }

    /** The chat wants to be linked. */
    public Asking ask(Present present) {
        Optional<Kept> kept = leave.kept(present.who());
        if (kept.isPresent()) {
            return new Asking.Refused(kept.get());
        }
        ChatCode code = new ChatCode(secrets.next());
        Instant expiresAt = clock.instant().plus(ChatLink.LIFE);
        links.put(new ChatLink(code.fingerprint(), present.chat().user(), expiresAt));
        return new Asking.Asked(code, expiresAt);
    }

    /** Somebody who is signed in brings the code. */
    public Bringing bring(SignedIn who, ChatCode code) {
        Instant now = clock.instant();
        Optional<Account> account = accounts.find(who.account());
        if (account.isEmpty()) {
            return new Bringing.CodeInvalid();
        }
        int number = Numbers.draw(secrets);
        Instant until = now.plus(ChatLink.ANSWER_LIFE);
        Optional<Chat> chat = links.claim(code.fingerprint(), new ChatLink.Claim(who.account(), number), now, until)
                .flatMap(link -> chats.of(link.user()));
        if (chat.isEmpty()) {
            return new Bringing.CodeInvalid();
        }
        if (chat.get().account().equals(who.account())) {
            return new Bringing.AlreadyYours();
        }
        signIns.drop(chat.get().user());
        tellChat.tell(chat.get(), new Notice.NumberAsked(account.get().displayName()));
        DisplayName chatName = accounts.find(chat.get().account())
                .map(Account::displayName)
                .orElseGet(() -> DisplayName.from(Optional.empty()));
        return new Bringing.NumberShown(number, chatName, until);
    }

    /** The chat says a number. Right or wrong, it is the only try. */
    public Answer answer(Present present, int number) {
        Optional<ChatLink.Claim> claim =
                links.take(present.chat().user(), clock.instant()).flatMap(ChatLink::claim);
        if (claim.isEmpty()) {
            return new Answer.NothingAsked();
        }
        if (claim.get().number() != number) {
            return new Answer.WrongNumber();
        }
        return linked(present, claim.get().account());
    }

    private Answer linked(Present present, AccountId to) {
        Optional<Account> account = accounts.find(to);
        if (account.isEmpty()) {
            return new Answer.NothingAsked();
        }
        if (present.who().account().equals(to)) {
            return new Answer.Linked(account.get());
        }
        Optional<Kept> kept = leave.kept(present.who());
        if (kept.isPresent()) {
            return new Answer.Refused(kept.get());
        }
        if (!chats.move(present.chat().user(), present.who().account(), to)) {
            return new Answer.NothingAsked();
        }
        leave.left(present.who());
        activity.add(new Event(to, Event.Kind.CHAT_LINKED, Optional.empty(), Event.IN_CHAT, clock.instant()));
        chats.of(to).stream()
                .filter(chat -> !chat.user().equals(present.chat().user()))
                .forEach(chat -> tellChat.tell(chat, new Notice.ChatJoined()));
        return new Answer.Linked(account.get());
    }
}
