package dev.patchbay.adapter.web.page;

import dev.patchbay.adapter.web.page.Frame.Screen;
import dev.patchbay.adapter.web.session.Callers.Caller;
import dev.patchbay.domain.provider.ProviderId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What members see first: a card for each platform. Safe for many threads. */
@Singleton
final class ConnectionsPage {
    private final Cards cards;
    private final CardWriter writer;
    private final Template page = Template.at("pages/connections.html");
    private final Template paste = Template.at("parts/paste.html");

    ConnectionsPage(Cards cards, CardWriter writer) {
        this.cards = cards;
        this.writer = writer;
    }

    /**
     * The page.
     *
     * @param checked a platform that is asked itself, now
     */
    Screen write(Caller caller, Words words, Html notice, Optional<ProviderId> checked) {
        Cards.Hand hand = cards.of(caller.who(), caller.claim(), checked);
        List<Card> shown = hand.cards();
        boolean none = shown.stream().allMatch(card -> card.connection().isEmpty());
        Html content = page.fill(
                words,
                Map.of(
                        "seen", Html.text(hand.seen()),
                        "lead", Html.text(words.say(none ? "connections.none" : "connections.lead")),
                        "cards",
                                Html.lines(shown.stream()
                                        .map(card ->
                                                writer.write(card, caller.who().account(), words))),
                        "paste", paste.fill(words, Map.of())));
        return new Screen(
                "connections",
                "/",
                words.say("connections.title"),
                said(shown, checked, words).orElse(notice),
                content);
    }

    /** What came of asking. */
    private static Optional<Html> said(List<Card> shown, Optional<ProviderId> checked, Words words) {
        return shown.stream()
                .filter(card -> checked.equals(Optional.of(card.platform())))
                .filter(card -> card.report().stream()
                        .anyMatch(report -> report.probedAt().isPresent()))
                .findFirst()
                .map(card -> card.verdict()
                        .cause()
                        .map(cause -> Notice.bad(words.say("check.not-well", card.name(), words.cause(cause))))
                        .orElseGet(() -> Notice.good(words.say("check.well", card.name()))))
                .map(Notice::html);
    }
}
