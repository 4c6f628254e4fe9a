package dev.patchbay.adapter.telegram;

import dev.patchbay.domain.attempt.HandoffCode;
import dev.patchbay.domain.chat.Chat;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.usecase.attempt.Beginning;
import dev.patchbay.usecase.attempt.ChatEnding;
import dev.patchbay.usecase.attempt.FinishFromPaste;
import dev.patchbay.usecase.attempt.Frontend;
import dev.patchbay.usecase.attempt.Outcome;
import dev.patchbay.usecase.attempt.RedeemHandoff;
import dev.patchbay.usecase.attempt.Refusal;
import dev.patchbay.usecase.chat.ChatAccounts;
import dev.patchbay.usecase.chat.ChatAccounts.Present;
import dev.patchbay.usecase.chat.ChatLimits;
import dev.patchbay.usecase.chat.ConnectFromChat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Going to a platform from the chat, and coming back into it. */
final class ConnectTalk {
    private static final String DEVICE = "Telegram";

    private final PlatformNames names;
    private final ConnectFromChat connect;
    private final RedeemHandoff redeem;
    private final FinishFromPaste paste;
    private final ChatAccounts accounts;
    private final ChatLimits limits;
    private final StatusTalk status;
    private final boolean reachable;
    private final Frontend frontend;

    ConnectTalk(
            PlatformNames names,
            ConnectFromChat connect,
            RedeemHandoff redeem,
            FinishFromPaste paste,
            ChatAccounts accounts,
            ChatLimits limits,
            StatusTalk status,
            Frontend frontend) {
        this.names = names;
        this.connect = connect;
        this.redeem = redeem;
        this.paste = paste;
        this.accounts = accounts;
        this.limits = limits;
        this.status = status;
        this.frontend = frontend;
        this.reachable = "https".equals(frontend.baseUrl().getScheme());
    }

    /** {@code /login}, and {@code /login spotify}. */
    Reply login(Present present, String wanted) {
        Texts texts = texts(present);
        List<ProviderId> platforms = names.platforms();
        if (platforms.isEmpty()) {
            return Reply.say(texts.say(Phrase.LOGIN_NONE));
        }
        if (!wanted.isEmpty()) {
            return names.named(wanted)
                    .map(platform -> begin(present, platform))
                    .orElseGet(() -> choice(texts, texts.say(Phrase.LOGIN_UNKNOWN, Html.name(wanted)), platforms));
        }
        return platforms.size() == 1
                ? begin(present, platforms.getFirst())
                : choice(texts, texts.say(Phrase.LOGIN_CHOOSE), platforms);
    }

    private Reply choice(Texts texts, Html text, List<ProviderId> platforms) {
        return new Reply.Say(
                text,
                platforms.stream()
                        .<Button>map(platform -> connectButton(texts, platform))
                        .toList());
    }

    private Button connectButton(Texts texts, ProviderId platform) {
        return new Button.Tap(texts.label(Phrase.BUTTON_CONNECT, names.plain(platform)), new Tapped.Connect(platform));
    }

    /** The way to a platform, for this person alone. */
    Reply begin(Present present, ProviderId platform) {
        Texts texts = texts(present);
        Html name = names.of(platform);
        return switch (connect.connect(present, platform, false)) {
            case Beginning.Begun begun ->
                Reply.say(
                        Html.paragraphs(Stream.of(
                                        Optional.of(texts.say(Phrase.LOGIN_OPEN, name)),
                                        // Whoever is not at the machine that the service runs on ends on an error page.
                                        reachable ? Optional.<Html>empty() : Optional.of(texts.say(Phrase.LOGIN_PASTE)))
                                .flatMap(Optional::stream)
                                .toList()),
                        new Button.Link(
                                texts.label(Phrase.BUTTON_OPEN, names.plain(platform)), begun.authorizationUrl()));
            case Beginning.UnknownProvider() -> Reply.say(texts.say(Phrase.LOGIN_UNKNOWN, name));
            case Beginning.NoApp() ->
                Reply.say(
                        texts.say(Phrase.LOGIN_NO_APP, name),
                        new Button.Link(texts.label(Phrase.BUTTON_PAGE), frontend.home()));
            case Beginning.Unavailable(var retryAfter) -> Reply.say(texts.say(Phrase.LOGIN_UNAVAILABLE, name));
            case Beginning.ReturnToRefused(),
                    Beginning.ScopesRefused(),
                    Beginning.NothingToReconnect(),
                    Beginning.FreshSignInNeeded() -> throw new IllegalStateException("refused what was not asked for");
        };
    }

    /** A deep link brought something back. @param again whether this was begun to be answered before */
    List<Reply> back(Present present, HandoffCode code, boolean again) {
        return told(present, redeem.fromChat(code, present.chat().user(), DEVICE), again);
    }

    /** Empty when the text is no address that a platform sends people to. @param again as there */
    Optional<List<Reply>> pasted(Present present, String text, boolean again) {
        return paste.finish(text, present.chat().user(), DEVICE).map(ending -> told(present, ending, again));
    }

    private List<Reply> told(Present present, ChatEnding ending, boolean again) {
        Texts texts = texts(present);
        return switch (ending) {
            case ChatEnding.Ended(var provider, var outcome) -> {
                limits.wasRight(present);
                yield List.of(ended(texts, provider, outcome));
            }
            // Who used it up was this very message: not the person's doing, and it may be that all went well.
            case ChatEnding.NothingThere(var why) -> List.of(again ? status.interrupted(present) : nothing(texts, why));
            case ChatEnding.OfAnother(var begunBy, var provider) ->
                Stream.concat(
                                Stream.of(Reply.say(texts.say(Phrase.ANOTHERS))),
                                accounts.find(begunBy).map(chat -> warning(chat, provider)).stream())
                        .toList();
        };
    }

    private Reply warning(Chat begunIn, ProviderId provider) {
        Texts texts = Texts.in(begunIn.language());
        return new Reply.Elsewhere(
                begunIn.user(),
                Reply.say(texts.say(Phrase.NOTICE_ANOTHER, names.of(provider)), connectButton(texts, provider)));
    }

    private static Reply nothing(Texts texts, Refusal why) {
        return Reply.say(texts.refusal(why), new Button.Tap(texts.label(Phrase.BUTTON_STATUS), new Tapped.Status()));
    }

    private Reply ended(Texts texts, ProviderId provider, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Connected(var connection) ->
                Reply.say(
                        texts.say(
                                Phrase.CONNECTED,
                                names.of(connection.platform()),
                                Html.name(connection
                                        .who()
                                        .name()
                                        .orElse(connection.who().id()))),
                        new Button.Tap(texts.label(Phrase.BUTTON_STATUS), new Tapped.Status()));
            case Outcome.Withheld(var cause, var app) -> refused(texts, provider, texts.cause(cause));
            case Outcome.Refused(var refusal) -> refused(texts, provider, texts.refusal(refusal));
            case Outcome.SignedIn signedIn -> refused(texts, provider, texts.refusal(Refusal.STATE_INVALID));
            case Outcome.MergeProven proven -> refused(texts, provider, texts.refusal(Refusal.STATE_INVALID));
            case Outcome.Linked linked -> refused(texts, provider, texts.refusal(Refusal.STATE_INVALID));
        };
    }

    private Reply refused(Texts texts, ProviderId platform, Html why) {
        return Reply.say(texts.say(Phrase.REFUSED, names.of(platform), why), connectButton(texts, platform));
    }

    private static Texts texts(Present present) {
        return Texts.in(present.chat().language());
    }
}
