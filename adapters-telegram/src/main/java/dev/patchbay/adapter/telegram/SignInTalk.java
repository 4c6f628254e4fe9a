package dev.patchbay.adapter.telegram;

import dev.patchbay.domain.chat.ChatCode;
import dev.patchbay.usecase.attempt.Frontend;
import dev.patchbay.usecase.chat.ChatAccounts.Present;
import dev.patchbay.usecase.chat.ChatLimits;
import dev.patchbay.usecase.chat.SignInByChat;
import dev.patchbay.usecase.session.ManageSessions;
import java.util.Optional;

/** Signing in somewhere else by this chat, and out again. */
final class SignInTalk {
    private final SignInByChat signInByChat;
    private final ManageSessions sessions;
    private final ChatLimits limits;
    private final Frontend frontend;

    SignInTalk(SignInByChat signInByChat, ManageSessions sessions, ChatLimits limits, Frontend frontend) {
        this.signInByChat = signInByChat;
        this.sessions = sessions;
        this.limits = limits;
        this.frontend = frontend;
    }

    /** Says where it began, so that whoever did not begin it there sees that. */
    Reply open(Present present, ChatCode code) {
        Texts texts = texts(present);
        return switch (signInByChat.open(present, code)) {
            case SignInByChat.Asking.NumberAsked(var device, var account, var expiresAt) -> {
                limits.wasRight(present);
                yield Reply.say(texts.say(
                        Phrase.SIGNIN_NUMBER,
                        Html.text(device),
                        Html.text(frontend.baseUrl().toString()),
                        Html.name(account.displayName().value())));
            }
            case SignInByChat.Asking.CodeInvalid() -> Reply.say(texts.say(Phrase.SIGNIN_INVALID));
        };
    }

    /** Empty when nobody waits for a number. */
    Optional<Reply> number(Present present, int number) {
        Texts texts = texts(present);
        return switch (signInByChat.answer(present, number)) {
            case SignInByChat.Answer.Matched(var device) -> {
                limits.wasRight(present);
                yield Optional.of(Reply.say(
                        texts.say(Phrase.SIGNIN_DONE, Html.text(device)),
                        new Button.Tap(texts.label(Phrase.BUTTON_SIGN_OUT), new Tapped.SignOut())));
            }
            case SignInByChat.Answer.WrongNumber() -> Optional.of(Reply.say(texts.say(Phrase.SIGNIN_WRONG)));
            case SignInByChat.Answer.NothingAsked() -> Optional.empty();
        };
    }

    Reply signOut(Present present) {
        int ended = sessions.endAll(present.who());
        return Reply.say(texts(present).say(Phrase.SIGNIN_SIGNED_OUT, Html.number(ended)));
    }

    private static Texts texts(Present present) {
        return Texts.in(present.chat().language());
    }
}
