package dev.patchbay.adapter.web.page;

import dev.patchbay.adapter.web.message.Initial;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Clocks;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.provider.Capability;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.domain.provider.ScopeReason;
import dev.patchbay.usecase.attempt.Frontend;
import dev.patchbay.usecase.refresh.Verdict;
import dev.patchbay.usecase.seat.ShowSeats.Listing;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the card of a platform: who is connected, how it is and why, both clocks, and the one step that helps. Safe for many threads. */
@Singleton
final class CardWriter {
    private final Template card = Template.at("parts/card.html");
    private final Template seatNote = Template.at("parts/seat-note.html");
    private final Template disconnect = Template.at("parts/disconnect.html");
    private final MainActions mainActions;
    private final Clock clock;

    CardWriter(Frontend frontend, Clock clock) {
        this.clock = clock;
        this.mainActions = new MainActions(frontend, clock);
    }

    /** @param me whose card it is */
    Html write(Card shown, AccountId me, Words words) {
        Verdict verdict = shown.verdict();
        Card.AppOf appOf = shown.appOf(me);
        return card.fill(
                words,
                Map.ofEntries(
                        Map.entry("id", Html.text(shown.platform().value())),
                        Map.entry("name", Html.text(shown.name())),
                        Map.entry("initial", Html.text(Initial.of(shown.name()))),
                        Map.entry("state", Html.text(verdict.state().code())),
                        Map.entry(
                                "stateWords",
                                Html.text(words.say("state." + verdict.state().code()))),
                        Map.entry(
                                "who",
                                shown.connection()
                                        .map(connection -> who(shown, connection, words))
                                        .orElse(Html.NONE)),
                        Map.entry("reason", reason(shown, words)),
                        Map.entry("clocks", clocks(shown, words)),
                        Map.entry("can", can(shown, words)),
                        Map.entry("seat", seat(shown, words)),
                        Map.entry("main", mainActions.of(shown, appOf, words)),
                        Map.entry("app", shown.descriptor().isPresent() ? appLink(shown, words) : Html.NONE),
                        Map.entry(
                                "disconnect",
                                shown.connection().isPresent() ? disconnect.fill(words, named(shown)) : Html.NONE)));
    }

    private static Map<String, Html> named(Card shown) {
        return Map.of("id", Html.text(shown.platform().value()), "platform", Html.text(shown.name()));
    }

    private static Html who(Card shown, Connection connection, Words words) {
        String name = connection.who().name().orElse(connection.who().id());
        Html face = Face.of(
                name, connection.who().picture().map(picture -> "/user/platforms/%s/picture?otherwise=letter&of=%08x"
                        .formatted(shown.platform(), picture.hashCode())));
        return new Html("<p class=\"face\">%s<span>%s <strong>%s</strong></span></p>"
                .formatted(
                        face.markup(),
                        Html.text(words.say("card.connected-as")).markup(),
                        Html.text(name).markup()));
    }

    private Html reason(Card shown, Words words) {
        if (shown.connection().isEmpty()) {
            return Html.NONE;
        }
        Verdict verdict = shown.verdict();
        Optional<Html> cause = verdict.cause().map(why -> paragraph(why, verdict, words));
        Optional<Html> advice = shown.advice()
                .map(said -> new Html("<p class=\"small\">%s</p>"
                        .formatted(Html.text(words.said(said)).markup())));
        return Html.lines(List.of(cause, advice).stream().flatMap(Optional::stream));
    }

    private static Html paragraph(Cause cause, Verdict verdict, Words words) {
        String since = verdict.since()
                .map(when -> " <span class=\"quiet\">%s %s.</span>"
                        .formatted(
                                Html.text(words.say("card.since")).markup(),
                                TimeTag.moment(words, when).markup()))
                .orElse("");
        return new Html("<p class=\"cause\" data-cause=\"%s\">%s%s</p>"
                .formatted(cause.code(), Html.text(words.cause(cause)).markup(), since));
    }

    /** Of a grant that has died before its time they would say what is not so any more. */
    private Html clocks(Card shown, Words words) {
        boolean dead = shown.verdict().state() == Verdict.State.NEEDS_RECONNECT;
        return shown.connection()
                .filter(connection -> !dead || connection.clocks().consentHasEnded(clock.instant()))
                .map(connection -> new Html("<dl class=\"clocks\"><dt>%s</dt><dd>%s</dd><dt>%s</dt><dd>%s</dd></dl>"
                        .formatted(
                                Html.text(words.say("clock.access")).markup(),
                                accessClock(shown, connection.clocks(), words).markup(),
                                Html.text(words.say("clock.consent")).markup(),
                                consentClock(connection.clocks(), words).markup())))
                .orElse(Html.NONE);
    }

    private Html accessClock(Card shown, Clocks clocks, Words words) {
        Optional<Instant> end = clocks.accessEnds();
        if (end.isEmpty()) {
            return Html.text(words.say("clock.endless"));
        }
        boolean good = clock.instant().isBefore(end.get());
        return new Html("%s %s, %s"
                .formatted(
                        Html.text(words.say(good ? "clock.good-until" : "clock.ended"))
                                .markup(),
                        TimeTag.moment(words, end.get()).markup(),
                        Html.text(words.say("clock." + renewal(shown, good))).markup()));
    }

    private static String renewal(Card shown, boolean good) {
        boolean renewable = shown.descriptor()
                .filter(platform -> platform.can(Capability.REFRESH))
                .isPresent();
        return switch (shown.verdict().state()) {
            case NEEDS_RECONNECT, NOT_CONNECTED -> "not-renewed";
            case APP_BLOCKED -> renewable ? "renewed-when-mended" : "not-renewed";
            case WAITING -> renewable ? "renewed-after-wait" : "not-renewed";
            case CONNECTED -> !renewable ? "not-renewed" : good ? "renewed" : "renewed-on-demand";
        };
    }

    private Html consentClock(Clocks clocks, Words words) {
        Optional<Instant> end = clocks.reauthorizeBy();
        if (end.isEmpty()) {
            return Html.text(words.say("clock.endless"));
        }
        long days = TimeTag.days(clock.instant(), end.get());
        boolean over = clocks.consentHasEnded(clock.instant());
        String when = over
                ? ""
                : ", "
                        + Html.text(days == 0 ? words.say("clock.today") : words.count("clock.in-days", days))
                                .markup();
        return new Html("%s %s%s"
                .formatted(
                        Html.text(words.say(over ? "clock.consent-ended" : "clock.consent-ends"))
                                .markup(),
                        TimeTag.day(words, end.get()).markup(),
                        when));
    }

    /** With a connection what was granted, without one what will be asked for. */
    private static Html can(Card shown, Words words) {
        List<ScopeReason> known =
                shown.descriptor().map(ProviderDescriptor::scopes).orElse(List.of());
        List<String> lines = shown.connection()
                .map(connection -> connection.scopes().names().stream()
                        .map(scope -> why(known, scope, words))
                        .toList())
                .orElseGet(() -> known.stream()
                        .map(reason -> why(known, reason.scope().value(), words))
                        .toList());
        if (lines.isEmpty()) {
            return shown.canConnect() ? everything(shown, words) : Html.NONE;
        }
        Html items = Html.lines(
                lines.stream().map(line -> new Html("<li>" + Html.text(line).markup() + "</li>")));
        return new Html("<details class=\"can\" id=\"can-%s\"><summary>%s</summary><ul>%s</ul></details>"
                .formatted(
                        shown.platform(),
                        Html.text(words.say(shown.connection().isPresent() ? "card.can" : "card.asks"))
                                .markup(),
                        items.markup()));
    }

    /** A platform without scopes lets nobody choose. */
    private static Html everything(Card shown, Words words) {
        return new Html("<p class=\"small quiet\">%s</p>"
                .formatted(Html.text(words.say("card.everything", shown.name())).markup()));
    }

    private static String why(List<ScopeReason> known, String scope, Words words) {
        return known.stream()
                .filter(reason -> reason.scope().value().equals(scope))
                .map(ScopeReason::why)
                .filter(why -> !why.isBlank())
                .findFirst()
                .map(words::said)
                .orElse(scope);
    }

    private Html seat(Card shown, Words words) {
        return shown.seat()
                .map(place -> seatNote.fill(
                        words,
                        Map.of(
                                "id", Html.text(shown.platform().value()),
                                "platform", Html.text(shown.name()),
                                "owner", Html.text(words.say("seat.yours", place.ownerName(), shown.name())),
                                "ownerName", Html.text(place.ownerName()),
                                "listing",
                                        place.guest().listing() instanceof Listing.Missing
                                                ? Html.text(
                                                        words.say("seat.not-listed", shown.name(), place.ownerName()))
                                                : Html.NONE)))
                .orElse(Html.NONE);
    }

    private static Html appLink(Card shown, Words words) {
        return new Html("<a class=\"plain\" id=\"app-%s\" href=\"/apps/%s\">%s<span class=\"vh\"> (%s)</span></a>"
                .formatted(
                        shown.platform(),
                        shown.platform(),
                        Html.text(words.say("card.own-app")).markup(),
                        Html.text(shown.name()).markup()));
    }
}
