package dev.patchbay.usecase.chat;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.attempt.State;
import dev.patchbay.domain.chat.Chat;
import dev.patchbay.domain.chat.ChatCode;
import dev.patchbay.domain.chat.ChatSignIn;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.account.Accounts;
import dev.patchbay.port.chat.ChatLinks;
import dev.patchbay.port.chat.ChatSignIns;
import dev.patchbay.port.chat.Chats;
import dev.patchbay.usecase.attempt.BotAddress;
import dev.patchbay.usecase.chat.ChatAccounts.Present;
import dev.patchbay.usecase.session.StartSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Signs somebody in, in a browser or another client, as whoever uses a chat. Where it began a number is shown, with a link into the chat; the
 * chat says where that was and has to say the number, once. So a link that is sent to somebody else signs nobody in, unless they
 * type what only its sender can see; and only where it began there is a session afterwards.
 */
public final class SignInByChat {
    /** Tells the code in a link into the chat from others that are handed to the bot. */
    public static final String PREFIX = "in-";

    private final ChatSignIns signIns;
    private final ChatLinks links;
    private final Chats chats;
    private final Accounts accounts;
    private final StartSession startSession;
    private final Optional<BotAddress> bot;
    private final SecretSource secrets;
    private final Clock clock;

    /** @param bot empty where there is no bot: then nobody signs in so */
    public SignInByChat(
            ChatSignIns signIns,
            ChatLinks links,
            Chats chats,
            Accounts accounts,
            StartSession startSession,
            Optional<BotAddress> bot,
            SecretSource secrets,
            Clock clock) {
        this.signIns = signIns;
        this.links = links;
        this.chats = chats;
        this.accounts = accounts;
        this.startSession = startSession;
        this.bot = bot;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * What was begun.
     *
     * @param code for the link into the chat, behind {@link #PREFIX}; it is worth nothing where it began
     * @param number to be shown there and nowhere else, 10 to 99
     * @param state to be kept there
     * @param flowCookie to be kept by the browser that began; empty for other clients
     */
    public record Begun(
            BotAddress bot, ChatCode code, int number, State state, Optional<Secret> flowCookie, Instant expiresAt) {}

    /** What a chat that opened the link is to be asked. */
    public sealed interface Asking {
        /**
         * For the number.
         *
         * @param device where it began
         * @param account who is signed in there then
         */
        record NumberAsked(String device, Account account, Instant expiresAt) implements Asking {}

        /** Opened before, expired, or not made here. */
        record CodeInvalid() implements Asking {}
    }

    /** What came of the chat's answer. */
    public sealed interface Answer {
        /** @param device where somebody is signed in now */
        record Matched(String device) implements Answer {}

        /** It is over; it has to begin anew. */
        record WrongNumber() implements Answer {}

        /** Nobody waits for a number. */
        record NothingAsked() implements Answer {}
    }

    /** What whoever began learns. */
    public sealed interface Waiting {
        /** The chat has not said a number yet. */
        record NotYet(int number, Instant expiresAt) implements Waiting {}

        /** Once. */
        record SignedIn(Session session, Account account) implements Waiting {}

        /** The chat said another number. */
        record WrongNumber() implements Waiting {}

        /** Expired, over, or not begun here. */
        record Ended() implements Waiting {}
    }

    /** The messenger; empty where there is no bot. */
    public Optional<BotAddress> bot() {
        return bot;
    }

    /**
     * Somebody wants to sign in where they are.
     *
     * @param browser whether a browser began, which keeps a cookie
     * @param device what the person will recognise
     * @return empty where there is no bot
     */
    public Optional<Begun> begin(boolean browser, String device) {
        return bot.map(address -> begin(address, browser, device));
    }

    /** The code in what the messenger handed to the bot; empty when there is none. */
    public static Optional<ChatCode> codeIn(String payload) {
        return payload.startsWith(PREFIX) ? ChatCode.parse(payload.substring(PREFIX.length())) : Optional.empty();
    }

    private Begun begin(BotAddress address, boolean browser, String device) {
        ChatCode code = new ChatCode(secrets.next());
        State state = new State(secrets.next());
        Optional<Secret> flowCookie = browser ? Optional.of(secrets.next()) : Optional.empty();
        int number = Numbers.draw(secrets);
        Instant expiresAt = clock.instant().plus(ChatSignIn.LIFE);
        signIns.put(new ChatSignIn(
                code.fingerprint(),
                state.fingerprint(),
                flowCookie.map(Secret::fingerprint),
                number,
                device,
                expiresAt));
        return new Begun(address, code, number, state, flowCookie, expiresAt);
    }

    /** The link was opened in a chat. */
    public Asking open(Present present, ChatCode code) {
        ChatUser user = present.chat().user();
        Optional<Account> account = accounts.find(present.who().account());
        if (account.isEmpty()) {
            return new Asking.CodeInvalid();
        }
        Optional<ChatSignIn> opened = signIns.open(code.fingerprint(), user, clock.instant());
        // A chat is asked for one number at a time, else the one for this would be taken for the other's.
        opened.ifPresent(one -> links.take(user, clock.instant()));
        return opened.<Asking>map(one -> new Asking.NumberAsked(one.device(), account.get(), one.expiresAt()))
                .orElseGet(Asking.CodeInvalid::new);
    }

    /** The chat says a number. Right or wrong, it is the only try. */
    public Answer answer(Present present, int number) {
        Instant now = clock.instant();
        return signIns.answer(present.chat().user(), number, now, now.plus(ChatSignIn.ANSWERED_LIFE))
                .<Answer>map(one -> one.isMatched() ? new Answer.Matched(one.device()) : new Answer.WrongNumber())
                .orElseGet(Answer.NothingAsked::new);
    }

    /**
     * Whoever began asks what came of it; after the right number, their session begins.
     *
     * @param flowCookie what the browser brought, if it is one
     * @param device what the person will recognise
     */
    public Waiting look(State state, Optional<Secret> flowCookie, String device) {
        Instant now = clock.instant();
        Optional<ChatSignIn> begun = signIns.find(state.fingerprint(), now)
                .filter(one ->
                        one.flowCookie().isEmpty() || one.flowCookie().equals(flowCookie.map(Secret::fingerprint)));
        if (begun.isEmpty()) {
            return new Waiting.Ended();
        }
        if (!begun.get().isAnswered()) {
            return new Waiting.NotYet(begun.get().number(), begun.get().expiresAt());
        }
        return signIns.take(state.fingerprint(), now)
                .map(one -> one.isMatched() ? signedIn(one, device) : new Waiting.WrongNumber())
                .orElseGet(Waiting.Ended::new);
    }

    private Waiting signedIn(ChatSignIn matched, String device) {
        // The chat may have gone, or be used with another account, since the number was said.
        return matched.user()
                .flatMap(chats::of)
                .map(Chat::account)
                .flatMap(accounts::find)
                .flatMap(account -> bot.map(address -> startSession.start(account.id(), address.messenger(), device))
                        .<Waiting>map(session -> new Waiting.SignedIn(session, account)))
                .orElseGet(Waiting.Ended::new);
    }
}
