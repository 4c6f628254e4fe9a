package dev.patchbay.adapter.web.page;

import dev.patchbay.adapter.web.message.Times;
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
    private final Template page =
            new Template(BundledFile.at("web/chat-sign-in.html", "text/html").text());

    /**
     * What the page shows.
     *
     * @param chatUrl opens the chat; empty when it was opened by an earlier page
     */
    record Shown(BotAddress bot, Optional<URI> chatUrl, int number, State state, ReturnTo returnTo, Instant until) {}

    Html render(Shown shown) {
        return page.fill(Map.of(
                "messenger", Html.text(shown.bot().name()),
                "chatUrl", Html.text(shown.chatUrl().orElse(shown.bot().value()).toString()),
                "notYet", shown.chatUrl().isPresent() ? new Html(" hidden") : Html.NONE,
                "number", Html.text(String.valueOf(shown.number())),
                "state", Html.text(shown.state().value().reveal()),
                "returnTo", Html.text(shown.returnTo().address().toString()),
                "until", Html.text(Times.text(shown.until())),
                "clock", Html.text(Clocks.utc(shown.until()))));
    }
}
