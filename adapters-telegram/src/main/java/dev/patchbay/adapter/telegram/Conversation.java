package dev.patchbay.adapter.telegram;

import dev.patchbay.domain.account.Language;
import dev.patchbay.domain.attempt.HandoffCode;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.chat.MatchNumber;
import dev.patchbay.domain.chat.Outgoing;
import dev.patchbay.usecase.chat.ChatAccounts;
import dev.patchbay.usecase.chat.ChatAccounts.Present;
import dev.patchbay.usecase.chat.ChatLimits;
import dev.patchbay.usecase.chat.SealMessage;
import dev.patchbay.usecase.chat.SignInByChat;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;

/** Finds out what somebody wants, has it done, and says what came of it. No rule of the service lives here. Safe for many threads. */
final class Conversation implements Listener {
    private final String username;
    private final URI chat;
    private final ChatAccounts accounts;
    private final ChatLimits limits;
    private final ConnectTalk connect;
    private final StatusTalk status;
    private final SelfTalk self;
    private final SignInTalk signIn;
    private final LeaveTalk leave;
    private final SealMessage sealMessage;

    /** @param chat where the private chat with the bot is */
    Conversation(
            String username,
            URI chat,
            ChatAccounts accounts,
            ChatLimits limits,
            ConnectTalk connect,
            StatusTalk status,
            SelfTalk self,
            SignInTalk signIn,
            LeaveTalk leave,
            SealMessage sealMessage) {
        this.username = username;
        this.chat = chat;
        this.accounts = accounts;
        this.limits = limits;
        this.connect = connect;
        this.status = status;
        this.self = self;
        this.signIn = signIn;
        this.leave = leave;
        this.sealMessage = sealMessage;
    }

    @Override
    public Turn hear(Incoming incoming, boolean again) {
        return switch (incoming) {
            case Incoming.Said said -> {
                Present present = enter(said.who());
                yield turn(present, () -> answer(present, said, again), Optional.empty());
            }
            case Incoming.Touched touched -> {
                Present present = enter(touched.who());
                yield turn(present, () -> List.of(answer(present, touched)), Optional.of(noticed(touched.query())));
            }
            case Incoming.TouchedElsewhere(var query) -> new Turn(List.of(), Optional.of(noticed(query)));
            case Incoming.Muted(var user, var muted) -> {
                if (muted) {
                    accounts.mute(user);
                } else {
                    accounts.unmute(user);
                }
                yield Turn.nothing();
            }
            case Incoming.InGroup(var group) -> new Turn(List.of(), Optional.of(Letters.call(group, inPrivate())));
            case Incoming.Nothing() -> Turn.nothing();
        };
    }

    private Present enter(Incoming.Who who) {
        return accounts.enter(who.user(), who.languageCode(), who.name());
    }

    /** Nothing is done for a chat that is not heard. */
    private Turn turn(Present present, Supplier<List<Reply>> answer, Optional<BotCall> aside) {
        ChatUser here = present.chat().user();
        return switch (limits.hear(present)) {
            case ChatLimits.Hearing.Heard() ->
                new Turn(
                        answer.get().stream()
                                .map(reply -> outgoing(here, Optional.empty(), reply))
                                .toList(),
                        aside);
            case ChatLimits.Hearing.TooMuch(var key) ->
                new Turn(
                        List.of(outgoing(
                                here, Optional.of(key), Reply.say(texts(present).say(Phrase.TALK_TOO_MUCH)))),
                        aside);
            case ChatLimits.Hearing.Unheard() -> new Turn(List.of(), aside);
        };
    }

    /** None of what is said here does harm when it is said twice. */
    private Outgoing outgoing(ChatUser here, Optional<String> key, Reply reply) {
        ChatUser to = reply instanceof Reply.Elsewhere elsewhere ? elsewhere.user() : here;
        return sealMessage.seal(to, key, Letters.call(to.value(), reply).body(), true);
    }

    private List<Reply> answer(Present present, Incoming.Said said, boolean again) {
        String text = said.text().strip();
        Optional<Command.Given> command = Command.in(text, username);
        // In front of everything that takes a code, an address or a number: over the limit none of them is looked at.
        if (Guess.is(text, command) && !limits.mayTry(present)) {
            return List.of(Reply.say(texts(present).say(Phrase.TRIES_SPENT)));
        }
        if (command.isPresent()) {
            return answer(present, command.get(), again);
        }
        Optional<List<Reply>> pasted = connect.pasted(present, text, again);
        if (pasted.isPresent()) {
            return pasted.get();
        }
        if (LooksSecret.is(text)) {
            return List.of(
                    new Reply.Remove(said.messageId()), Reply.say(texts(present).say(Phrase.SECRET_REFUSED)));
        }
        return List.of(MatchNumber.parse(text)
                .map(number -> number(present, number, again))
                .orElseGet(() -> Reply.say(texts(present).say(Phrase.NOT_UNDERSTOOD))));
    }

    private Reply number(Present present, int number, boolean again) {
        return self.number(present, number)
                .or(() -> signIn.number(present, number))
                .orElseGet(() -> again
                        ? status.interrupted(present)
                        : Reply.say(texts(present).say(Phrase.NOT_UNDERSTOOD)));
    }

    private List<Reply> answer(Present present, Command.Given given, boolean again) {
        return brought(present, given, again)
                .orElseGet(() -> List.of(answer(present, given.command(), given.argument())));
    }

    /** A link that opened this chat may carry a code. */
    private Optional<List<Reply>> brought(Present present, Command.Given given, boolean again) {
        if (given.command() != Command.START) {
            return Optional.empty();
        }
        return HandoffCode.parse(given.argument())
                .map(code -> connect.back(present, code, again))
                .or(() -> SignInByChat.codeIn(given.argument()).map(code -> List.of(signIn.open(present, code))));
    }

    private Reply answer(Present present, Command command, String argument) {
        return switch (command) {
            case START -> self.welcome(present);
            case HELP -> self.help(present);
            case LOGIN -> connect.login(present, argument);
            case STATUS -> status.status(present);
            case DISCONNECT -> status.choose(present);
            case SETNAME -> self.setName(present, argument);
            case ACCOUNT -> self.account(present);
            case APP -> self.app(present);
            case LANGUAGE -> self.language(present);
        };
    }

    private Reply answer(Present present, Incoming.Touched touched) {
        return Tapped.parse(touched.data())
                .map(tapped -> answer(present, tapped))
                .orElseGet(() -> Reply.say(texts(present).say(Phrase.TAP_OLD)));
    }

    private Reply answer(Present present, Tapped tapped) {
        return switch (tapped) {
            case Tapped.Connect(var platform) -> connect.begin(present, platform);
            case Tapped.AskDisconnect(var platform) -> status.ask(present, platform);
            case Tapped.DoDisconnect(var platform) -> status.disconnect(present, platform);
            case Tapped.Keep(var platform) -> status.keep(present, platform);
            case Tapped.Status() -> status.status(present);
            case Tapped.AskErase() -> leave.ask(present);
            case Tapped.DoErase(var asked) -> leave.erase(present, asked);
            case Tapped.SignOut() -> signIn.signOut(present);
            case Tapped.Speak(var language) -> self.speak(present, language);
        };
    }

    /** In a group there are many languages, and nobody's own. */
    private Reply inPrivate() {
        Texts texts = Texts.in(Language.EN);
        return Reply.say(texts.say(Phrase.GROUP_PRIVATE), new Button.Link(texts.label(Phrase.BUTTON_PRIVATE), chat));
    }

    /** Until it hears that, Telegram shows a tap as under way. */
    private static BotCall noticed(String query) {
        return BotCall.of(AnswerCallbackQuery.builder().callbackQueryId(query).build());
    }

    private static Texts texts(Present present) {
        return Texts.in(present.chat().language());
    }
}
