package dev.patchbay.adapter.web.page;

import dev.patchbay.domain.chat.Chat;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.usecase.account.ExportAccount.Kept;
import dev.patchbay.usecase.attempt.BotAddress;
import dev.patchbay.usecase.chat.SignInByChat;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** Where an account is used from: browsers and other clients, and chats. Safe for many threads. */
@Singleton
final class PresencePart {
    /** What somebody says in a chat who wants another account there. */
    private static final String SAY = "/account";

    private final SignInByChat signInByChat;
    private final PartyNames names;
    private final Template chats = Template.at("parts/account-chats.html");

    PresencePart(SignInByChat signInByChat, PartyNames names) {
        this.signInByChat = signInByChat;
        this.names = names;
    }

    Html sessions(SignedIn who, Kept kept, Words words) {
        return Html.lines(kept.sessions().stream()
                .filter(session -> session.isAlive(kept.at()))
                .map(session -> session(session, who.session().equals(Optional.of(session.id())), words)));
    }

    private Html session(Session session, boolean here, Words words) {
        String id = session.id().toString();
        Html about = Html.text(words.say(
                "account.sessions.dates",
                words.day(session.startedAt()),
                names.of(session.via()),
                words.day(session.expiresAt())));
        return AccountThing.of(
                words,
                "session-" + id,
                session.device(),
                here ? AccountThing.mark(words.say("account.sessions.this")) : Html.NONE,
                about,
                here
                        ? Html.NONE
                        : AccountThing.act(
                                words,
                                "plain",
                                "end-session-" + id,
                                "end-session",
                                id,
                                session.device(),
                                words.say("account.sessions.end"),
                                session.device()));
    }

    /** Nothing where there is no bot and never was a chat. */
    Html chats(Kept kept, Words words) {
        Optional<BotAddress> bot = signInByChat.bot();
        if (bot.isEmpty() && kept.chats().isEmpty()) {
            return Html.NONE;
        }
        String messenger = bot.map(BotAddress::name).orElse(words.say("account.chats.title"));
        Html rows = Html.lines(kept.chats().stream().map(chat -> chat(chat, messenger, words)));
        Html list = kept.chats().isEmpty()
                ? new Html("<p>" + Html.text(words.say("account.chats.none")).markup() + "</p>")
                : new Html("<ul class=\"things\">" + rows.markup() + "</ul>");
        return chats.fill(
                words,
                Map.of(
                        "chats",
                        list,
                        "how",
                        bot.map(address -> how(address, words)).orElse(Html.NONE)));
    }

    private static Html how(BotAddress bot, Words words) {
        return new Html(
                "<p>%s</p><div class=\"row\"><a class=\"button\" id=\"open-chat\" href=\"%s\" target=\"_blank\" rel=\"noopener noreferrer\">%s<span class=\"vh\"> %s</span></a></div>"
                        .formatted(
                                Html.text(words.say("account.chats.how", SAY)).markup(),
                                Html.text(bot.value().toString()).markup(),
                                Html.text(words.say("account.chats.open", bot.name()))
                                        .markup(),
                                Html.text(words.say("link.new-tab")).markup()));
    }

    private static Html chat(Chat chat, String messenger, Words words) {
        String id = chat.handle().toString();
        String since = words.day(chat.since());
        return AccountThing.of(
                words,
                "chat-" + id,
                messenger,
                chat.isMuted() ? AccountThing.mark(words.say("account.chats.muted")) : Html.NONE,
                Html.text(words.say("account.chats.dates", since)),
                AccountThing.act(
                        words,
                        "plain",
                        "end-chat-" + id,
                        "end-chat",
                        id,
                        messenger,
                        words.say("account.chats.end"),
                        words.say("account.chats.end.name", messenger, since)));
    }
}
