package dev.patchbay.adapter.web.page;

import dev.patchbay.domain.connection.NextAction;
import dev.patchbay.usecase.attempt.Frontend;
import dev.patchbay.usecase.refresh.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The one step on a card that helps most, as the API's {@code nextAction} names it. Each works without scripts. */
final class MainActions {
    /** From here on the end of consent is what matters most on a card that is well otherwise (as people are told by then). */
    private static final long CONSENT_ENDS_SOON_DAYS = 30;

    private final Template connectForm = Template.at("parts/connect.html");
    private final Template checkForm = Template.at("parts/check.html");
    private final Template linkForm = Template.at("parts/main-link.html");
    private final Template choiceForm = Template.at("parts/choice.html");
    private final String home;
    private final Clock clock;

    MainActions(Frontend frontend, Clock clock) {
        this.home = frontend.baseUrl() + "/";
        this.clock = clock;
    }

    Html of(Card card, Card.AppOf appOf, Words words) {
        if (card.descriptor().isEmpty()) {
            return said("quiet", words.say("card.gone"));
        }
        if (card.choice().isPresent()) {
            return choice(card, card.choice().get(), words);
        }
        if (!card.canConnect()) {
            return link(card, "card.bring-app", words);
        }
        return step(card, appOf, words);
    }

    private Html step(Card card, Card.AppOf appOf, Words words) {
        Verdict verdict = card.verdict();
        Optional<NextAction> next = verdict.nextAction();
        if (next.isEmpty()) {
            return well(card, words);
        }
        return switch (next.get()) {
            case CONNECT -> connect(card, false, "card.connect", words);
            case RECONNECT, SIGN_IN, MERGE -> connect(card, true, "card.reconnect", words);
            case PREPARE_ACCOUNT ->
                both(said("small quiet", words.say("card.prepare")), connect(card, true, "card.connect-again", words));
            case WAIT -> waiting(card, verdict, words);
            case FIX_APP ->
                switch (appOf) {
                    case ME -> link(card, "card.fix-app", words);
                    case OPERATOR -> check(card, "card.check-again", Optional.of("card.operator-looks"), words);
                    case SOMEBODY_ELSE -> check(card, "card.check-again", Optional.of("card.owner-looks"), words);
                };
            case ASK_APP_OWNER ->
                switch (appOf) {
                    case ME -> link(card, "card.fix-app", words);
                    case OPERATOR -> check(card, "card.check-again", Optional.of("card.ask-operator"), words);
                    case SOMEBODY_ELSE -> check(card, "card.check-again", Optional.of("card.ask-owner"), words);
                };
        };
    }

    private Html well(Card card, Words words) {
        Instant now = clock.instant();
        boolean endsSoon = card.connection()
                .flatMap(connection -> connection.clocks().reauthorizeBy())
                .filter(end -> TimeTag.days(now, end) <= CONSENT_ENDS_SOON_DAYS)
                .isPresent();
        return endsSoon
                ? connect(card, true, "card.renew-consent", words)
                : check(card, "card.check", Optional.empty(), words);
    }

    private Html waiting(Card card, Verdict verdict, Words words) {
        Optional<Instant> until = verdict.retryAt().filter(clock.instant()::isBefore);
        return until.map(end -> new Html("<p class=\"wait\" id=\"main-%s\" tabindex=\"-1\">%s %s</p>"
                        .formatted(
                                card.platform(),
                                Html.text(words.say("card.wait-until")).markup(),
                                TimeTag.moment(words, end).markup())))
                .orElseGet(() -> check(card, "card.try-now", Optional.empty(), words));
    }

    private Html connect(Card card, boolean again, String label, Words words) {
        return connectForm.fill(
                words,
                Map.of(
                        "id", Html.text(card.platform().value()),
                        "platform", Html.text(card.name()),
                        "returnTo", Html.text(home),
                        "reconnect",
                                Html.text(String.valueOf(
                                        again && card.connection().isPresent())),
                        "label", Html.text(words.say(label))));
    }

    private Html check(Card card, String label, Optional<String> advice, Words words) {
        Html form = checkForm.fill(
                words,
                Map.of(
                        "id", Html.text(card.platform().value()),
                        "platform", Html.text(card.name()),
                        "label", Html.text(words.say(label))));
        return advice.map(key -> both(said("small quiet", words.say(key)), form))
                .orElse(form);
    }

    private Html link(Card card, String label, Words words) {
        return linkForm.fill(
                words,
                Map.of(
                        "id", Html.text(card.platform().value()),
                        "platform", Html.text(card.name()),
                        "label", Html.text(words.say(label))));
    }

    private Html choice(Card card, Choice choice, Words words) {
        return choiceForm.fill(
                words,
                Map.of(
                        "id", Html.text(card.platform().value()),
                        "words",
                                Html.text(words.say(
                                        "choice.words", choice.nameOfConnected(), card.name(), choice.nameOfWaiting())),
                        "until", TimeTag.clock(choice.until()),
                        "yes", Html.text(words.say("choice.yes", choice.nameOfWaiting())),
                        "no", Html.text(words.say("choice.no", choice.nameOfConnected()))));
    }

    private static Html said(String style, String text) {
        return new Html(
                "<p class=\"%s\">%s</p>".formatted(style, Html.text(text).markup()));
    }

    private static Html both(Html one, Html other) {
        return new Html(one.markup() + other.markup());
    }
}
