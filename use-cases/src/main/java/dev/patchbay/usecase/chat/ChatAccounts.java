package dev.patchbay.usecase.chat;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.account.DisplayName;
import dev.patchbay.domain.account.Language;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.chat.Chat;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.activity.Activity;
import dev.patchbay.port.chat.Chats;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Who somebody in a chat is here, and how the chat is spoken to. */
public final class ChatAccounts {
    private final Chats chats;
    private final Activity activity;
    private final SecretSource secrets;
    private final Clock clock;

    public ChatAccounts(Chats chats, Activity activity, SecretSource secrets, Clock clock) {
        this.chats = chats;
        this.activity = activity;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** A chat and the proof that its user acts. */
    public record Present(Chat chat, SignedIn who) {}

    /**
     * The sender's chat. A first-time user gets an account of their own, one however many messages arrive at once; whoever writes is not
     * muted any more.
     *
     * @param sender who wrote, as the messenger says
     * @param languageTag what the sender's device speaks; it counts the first time only
     * @param name what the sender is called outside, if that is known
     */
    public Present enter(ChatUser sender, Optional<String> languageTag, Optional<String> name) {
        Chat there = known(sender, languageTag, name);
        if (there.isMuted()) {
            chats.unmute(sender);
        }
        Chat chat = there.unmuted();
        SignedIn who = SignedIn.inChat(chat, sender)
                .orElseThrow(() -> new IllegalStateException("the store gave another user's chat"));
        return new Present(chat, who);
    }

    /** The chat of a user, made with an account if there is none. */
    public Chat known(ChatUser user, Optional<String> languageTag, Optional<String> name) {
        // Few rounds suffice: each is lost only to the same user's other message, or to their leaving.
        for (int round = 0; round < 5; round++) {
            Optional<Chat> there = chats.of(user);
            if (there.isPresent()) {
                return there.get();
            }
            Instant now = clock.instant();
            var account = new Account(AccountId.of(secrets.nextId()), DisplayName.from(name), now);
            Chat chat =
                    Chat.begun(user, account.id(), languageTag.map(Language::of).orElse(Language.EN), now);
            if (chats.open(account, chat)) {
                activity.add(new Event(account.id(), Event.Kind.ACCOUNT_CREATED, Optional.empty(), Event.IN_CHAT, now));
                return chat;
            }
        }
        throw new IllegalStateException("a chat comes and goes");
    }

    /** A chat that is there; nobody is given an account by being looked at. */
    public Optional<Chat> find(ChatUser user) {
        return chats.of(user);
    }

    public void speak(ChatUser user, Language language) {
        boolean _ = chats.speak(user, language);
    }

    /** The user blocked the bot: nothing more is sent. */
    public void mute(ChatUser user) {
        chats.mute(user, clock.instant());
    }

    public void unmute(ChatUser user) {
        chats.unmute(user);
    }
}
