package dev.patchbay.adapter.telegram;

import dev.patchbay.domain.account.DisplayName;
import dev.patchbay.domain.certificate.CertificateAlarm;
import dev.patchbay.domain.chat.Chat;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.chat.ChatWords;
import dev.patchbay.port.chat.Notice;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the bot says without having been asked, each with the one button that helps. */
final class Notices implements ChatWords {
    private final PlatformNames names;
    private final URI page;

    Notices(PlatformNames names, URI page) {
        this.names = names;
        this.page = page;
    }

    @Override
    public Secret body(Chat chat, Notice notice) {
        return Letters.call(chat.user().value(), reply(Texts.in(chat.language()), notice))
                .body();
    }

    private Reply reply(Texts texts, Notice notice) {
        return switch (notice) {
            case Notice.ConsentEnding(var platform, var days, var by) ->
                Reply.say(
                        days == 1
                                ? texts.say(Phrase.NOTICE_CONSENT_DAY, names.of(platform), texts.day(by))
                                : texts.say(
                                        Phrase.NOTICE_CONSENT_DAYS,
                                        names.of(platform),
                                        texts.day(by),
                                        Html.number(days)),
                        reconnect(texts, platform));
            case Notice.ConnectionBroken(var platform, var cause) ->
                Reply.say(
                        texts.say(Phrase.NOTICE_BROKEN, names.of(platform), why(texts, cause)),
                        reconnect(texts, platform));
            case Notice.ConnectionRecovered(var platform) ->
                Reply.say(texts.say(Phrase.NOTICE_RECOVERED, names.of(platform)), status(texts));
            case Notice.AppBlocked(var platform, var cause) ->
                Reply.say(texts.say(Phrase.NOTICE_APP_BLOCKED, names.of(platform), why(texts, cause)), toPage(texts));
            case Notice.AppWell(var platform) ->
                Reply.say(texts.say(Phrase.NOTICE_APP_WELL, names.of(platform)), status(texts));
            case Notice.MethodLinked(var provider) ->
                Reply.say(texts.say(Phrase.NOTICE_METHOD_LINKED, names.of(provider)), toPage(texts));
            case Notice.MethodUnlinked(var provider) ->
                Reply.say(texts.say(Phrase.NOTICE_METHOD_UNLINKED, names.of(provider)), toPage(texts));
            case Notice.AccountsMerged() -> Reply.say(texts.say(Phrase.NOTICE_MERGED), toPage(texts));
            case Notice.SeatTaken(var platform, var guest, var label) -> seatTaken(texts, platform, guest, label);
            case Notice.SeatEnded(var platform) ->
                Reply.say(
                        texts.say(Phrase.NOTICE_SEAT_ENDED, names.of(platform)),
                        new Button.Tap(
                                texts.label(Phrase.BUTTON_CONNECT, names.plain(platform)),
                                new Tapped.Connect(platform)));
            case Notice.CertificateAlarmed(var alarm) -> Reply.say(alarm(texts, alarm), toPage(texts));
            case Notice.CertificateWell(var notAfter) ->
                Reply.say(texts.say(Phrase.NOTICE_CERTIFICATE_WELL, texts.day(notAfter)), toPage(texts));
            case Notice.ChatJoined() -> Reply.say(texts.say(Phrase.NOTICE_CHAT_JOINED), toPage(texts));
            case Notice.ChatLeft() -> Reply.say(texts.say(Phrase.NOTICE_CHAT_LEFT));
            case Notice.NumberAsked(var name) -> Reply.say(texts.say(Phrase.ACCOUNT_NUMBER, Html.name(name.value())));
        };
    }

    private static Html alarm(Texts texts, CertificateAlarm alarm) {
        Html day = texts.day(alarm.notAfter());
        Html what =
                switch (alarm.urgency()) {
                    case MISSING -> texts.say(Phrase.NOTICE_CERTIFICATE_MISSING);
                    case LATE -> texts.say(Phrase.NOTICE_CERTIFICATE_LATE, day);
                    case SOON -> texts.say(Phrase.NOTICE_CERTIFICATE_SOON, day);
                    case ENDED -> texts.say(Phrase.NOTICE_CERTIFICATE_ENDED, day);
                };
        return Html.paragraphs(Stream.of(
                        Stream.of(what),
                        alarm.trouble().stream().map(Html::text),
                        Stream.of(texts.say(Phrase.NOTICE_CERTIFICATE_DOCTOR)))
                .flatMap(one -> one)
                .toList());
    }

    private Button toPage(Texts texts) {
        return new Button.Link(texts.label(Phrase.BUTTON_PAGE), page);
    }

    private Reply seatTaken(Texts texts, ProviderId platform, DisplayName guest, DisplayName label) {
        Html name = names.of(platform);
        Html taken = texts.say(Phrase.NOTICE_SEAT_TAKEN, Html.name(guest.value()), Html.name(label.value()), name);
        return names.listPage(platform)
                .map(list -> Reply.say(
                        Html.paragraphs(List.of(taken, texts.say(Phrase.NOTICE_SEAT_LIST, name))),
                        new Button.Link(texts.label(Phrase.BUTTON_LIST, names.plain(platform)), list)))
                .orElseGet(() -> Reply.say(taken, toPage(texts)));
    }

    private Button reconnect(Texts texts, ProviderId platform) {
        return new Button.Tap(
                texts.label(Phrase.BUTTON_RECONNECT, names.plain(platform)), new Tapped.Connect(platform));
    }

    private static Button status(Texts texts) {
        return new Button.Tap(texts.label(Phrase.BUTTON_STATUS), new Tapped.Status());
    }

    private static Html why(Texts texts, Optional<Cause> cause) {
        return cause.map(texts::cause).orElseGet(() -> Html.text(""));
    }
}
