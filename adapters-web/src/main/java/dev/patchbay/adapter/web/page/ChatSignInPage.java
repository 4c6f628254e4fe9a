package dev.patchbay.adapter.web.page;

import dev.patchbay.adapter.web.page.Frame.Screen;
import dev.patchbay.domain.attempt.ReturnTo;
import dev.patchbay.domain.attempt.State;
import dev.patchbay.usecase.attempt.BotAddress;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Writes the page that shows the number which the chat has to say. It works without scripts. */
@Singleton
final class ChatSignInPage {
    private final Template page = Template.at("pages/chat-sign-in.html");

    /**
     * What the page shows.
     *
     * @param chatUrl opens the chat; empty when it was opened by an earlier page
     */
    record Shown(BotAddress bot, Optional<URI> chatUrl, int number, State state, ReturnTo returnTo, Instant until) {}

    Screen write(Shown shown, Words words) {
        String title = words.say("sign-in.with", shown.bot().name());
        Html content = page.fill(
                words,
                Map.of(
                        "title", Html.text(title),
                        "chatUrl",
                                Html.text(shown.chatUrl()
                                        .orElse(shown.bot().value())
                                        .toString()),
                        "number", Html.text(String.valueOf(shown.number())),
                        "state", Html.text(shown.state().value().reveal()),
                        "returnTo", Html.text(shown.returnTo().address().toString()),
                        "until", TimeTag.clock(shown.until())));
        Html notice = shown.chatUrl().isPresent()
                ? Html.NONE
                : Notice.bad(words.say("chat-sign-in.not-yet")).html();
        return new Screen("chat-sign-in", "/", title, notice, content);
    }
}
