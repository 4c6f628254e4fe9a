package dev.patchbay.adapter.telegram;

import dev.patchbay.domain.account.DisplayName;
import dev.patchbay.domain.account.Language;
import dev.patchbay.usecase.account.ManageAccount;
import dev.patchbay.usecase.attempt.Frontend;
import dev.patchbay.usecase.chat.ChatAccounts;
import dev.patchbay.usecase.chat.ChatAccounts.Present;
import dev.patchbay.usecase.chat.ChatLimits;
import dev.patchbay.usecase.chat.LinkChat;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who somebody is here, and how they are spoken to. */
final class SelfTalk {
    /** What each language calls itself. */
    private static final Map<Language, String> OWN_NAMES = Map.of(Language.EN, "English", Language.DE, "Deutsch");

    private final ManageAccount manage;
    private final ChatAccounts accounts;
    private final LinkChat linkChat;
    private final ChatLimits limits;
    private final Frontend frontend;

    SelfTalk(ManageAccount manage, ChatAccounts accounts, LinkChat linkChat, ChatLimits limits, Frontend frontend) {
        this.manage = manage;
        this.accounts = accounts;
        this.linkChat = linkChat;
        this.limits = limits;
        this.frontend = frontend;
    }

    Reply welcome(Present present) {
        Texts texts = texts(present);
        return Reply.say(
                Html.paragraphs(List.of(texts.say(Phrase.WELCOME, name(present)), texts.say(Phrase.HELP))),
                new Button.Tap(texts.label(Phrase.BUTTON_STATUS), new Tapped.Status()));
    }

    Reply help(Present present) {
        return Reply.say(texts(present).say(Phrase.HELP));
    }

    Reply setName(Present present, String wanted) {
        Texts texts = texts(present);
        if (wanted.isEmpty()) {
            return Reply.say(texts.say(Phrase.SETNAME_HOW, name(present)));
        }
        Optional<DisplayName> name = DisplayName.parse(wanted);
        return name.flatMap(good -> manage.rename(present.who(), good))
                .map(profile -> Reply.say(texts.say(
                        Phrase.SETNAME_DONE,
                        Html.name(profile.account().displayName().value()))))
                .orElseGet(() -> Reply.say(texts.say(Phrase.SETNAME_BAD)));
    }

    /** The code is in the fragment, which no server on the way gets to see. */
    Reply account(Present present) {
        Texts texts = texts(present);
        return switch (linkChat.ask(present)) {
            case LinkChat.Asking.Asked(var code, var expiresAt) ->
                Reply.say(
                        texts.say(Phrase.ACCOUNT_HOW),
                        new Button.Link(
                                texts.label(Phrase.BUTTON_PAGE),
                                URI.create(frontend.home() + "#chat="
                                        + code.value().reveal())),
                        erase(texts));
            case LinkChat.Asking.Refused(var kept) ->
                Reply.say(
                        texts.say(Phrase.ACCOUNT_KEPT),
                        new Button.Link(texts.label(Phrase.BUTTON_PAGE), frontend.home()),
                        erase(texts));
        };
    }

    private static Button erase(Texts texts) {
        return new Button.Tap(texts.label(Phrase.BUTTON_ERASE), new Tapped.AskErase());
    }

    /** Empty when nobody waits for a number. */
    Optional<Reply> number(Present present, int number) {
        Texts texts = texts(present);
        return switch (linkChat.answer(present, number)) {
            case LinkChat.Answer.Linked(var account) -> {
                limits.wasRight(present);
                yield Optional.of(Reply.say(texts.say(Phrase.ACCOUNT_LINKED)));
            }
            case LinkChat.Answer.WrongNumber() -> Optional.of(Reply.say(texts.say(Phrase.ACCOUNT_WRONG)));
            case LinkChat.Answer.Refused(var kept) -> Optional.of(kept(texts, kept));
            case LinkChat.Answer.NothingAsked() -> Optional.empty();
        };
    }

    private Reply kept(Texts texts, LinkChat.Kept kept) {
        return switch (kept) {
            case HAS_CONNECTIONS, HAS_APPS, HAS_SIGN_IN_METHODS -> Reply.say(texts.say(Phrase.ACCOUNT_NOT_EMPTY));
            case HAS_SEAT ->
                Reply.say(
                        texts.say(Phrase.ACCOUNT_HAS_SEAT),
                        new Button.Link(texts.label(Phrase.BUTTON_PAGE), frontend.home()));
        };
    }

    Reply app(Present present) {
        Texts texts = texts(present);
        return Reply.say(texts.say(Phrase.APP_HOW), new Button.Link(texts.label(Phrase.BUTTON_PAGE), frontend.home()));
    }

    Reply language(Present present) {
        return new Reply.Say(
                texts(present).say(Phrase.LANGUAGE_CHOOSE),
                Arrays.stream(Language.values())
                        .<Button>map(language -> new Button.Tap(
                                OWN_NAMES.getOrDefault(language, language.code()), new Tapped.Speak(language)))
                        .toList());
    }

    Reply speak(Present present, Language language) {
        accounts.speak(present.chat().user(), language);
        return Reply.say(Texts.in(language).say(Phrase.LANGUAGE_DONE));
    }

    private Html name(Present present) {
        return Html.name(manage.profile(present.who())
                .map(profile -> profile.account().displayName().value())
                .orElse("?"));
    }

    private static Texts texts(Present present) {
        return Texts.in(present.chat().language());
    }
}
