package dev.patchbay.adapter.web.page;

import dev.patchbay.adapter.web.tls.CertificateReport;
import dev.patchbay.usecase.operator.Overview;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** Writes how the whole service does: first what needs somebody, then the rest. Safe for many threads. */
@Singleton
final class OperatorPage {
    private final OperatorNeeds needs;
    private final OperatorFacts facts;
    private final Template page = Template.at("pages/operator.html");

    OperatorPage(OperatorNeeds needs, OperatorFacts facts) {
        this.needs = needs;
        this.facts = facts;
    }

    /** @param certificate empty where TLS ends elsewhere */
    Frame.Screen write(Overview overview, Optional<CertificateReport> certificate, Words words) {
        String title = words.say("operator.title");
        boolean someConsents = overview.consentEnds().weeks().stream().anyMatch(week -> week.consents() > 0);
        boolean someRenewals = overview.renewals().hours().stream().anyMatch(hour -> hour.all() > 0);
        Html content = page.fill(
                words,
                Map.ofEntries(
                        Map.entry("title", Html.text(title)),
                        Map.entry("asOf", facts.asOf(overview, words)),
                        Map.entry("needs", needs.write(overview, certificate, words)),
                        Map.entry("apps", OperatorTables.apps(overview.apps(), words)),
                        Map.entry("soon", soon(overview.consentEnds(), words)),
                        Map.entry(
                                "consentChart",
                                someConsents
                                        ? scrolling(
                                                "consent-chart",
                                                words.say("operator.consents"),
                                                ConsentChart.draw(
                                                        overview.consentEnds().weeks(), words))
                                        : quiet(words.say("operator.no-consents"))),
                        Map.entry(
                                "consentTable",
                                someConsents
                                        ? OperatorTables.weeks(
                                                overview.consentEnds().weeks(), words)
                                        : Html.NONE),
                        Map.entry(
                                "legend",
                                someRenewals
                                        ? RenewalChart.legend(
                                                overview.renewals().hours(), words)
                                        : quiet(words.say("operator.no-renewals"))),
                        Map.entry(
                                "renewalChart",
                                someRenewals
                                        ? scrolling(
                                                "renewal-chart",
                                                words.say("operator.renewals"),
                                                RenewalChart.draw(
                                                        overview.renewals().hours(), words))
                                        : Html.NONE),
                        Map.entry(
                                "renewalTable",
                                someRenewals
                                        ? OperatorTables.hours(
                                                overview.renewals().hours(), words)
                                        : Html.NONE),
                        Map.entry("platforms", OperatorTables.platforms(overview.platforms(), words)),
                        Map.entry("facts", facts.write(overview, certificate, words)),
                        Map.entry("quarantine", OperatorTables.quarantine(overview, words))));
        return new Frame.Screen("operator", "/operator", title, Html.NONE, content);
    }

    private static Html soon(Overview.ConsentEnds ends, Words words) {
        return Html.text(words.say(
                "operator.consents-soon",
                Figure.whole(ends.withinDay(), words),
                Figure.whole(ends.withinWeek(), words),
                Figure.whole(ends.withinMonth(), words)));
    }

    /** A chart of nothing is a large empty box. */
    private static Html quiet(String text) {
        return new Html("<p class=\"quiet\">%s</p>".formatted(Html.text(text).markup()));
    }

    /** Wider than a phone, and reached by keyboard. */
    private static Html scrolling(String id, String name, Html drawing) {
        return new Html("<div class=\"scroll\" id=\"%s\" role=\"region\" aria-label=\"%s\" tabindex=\"0\">%s</div>"
                .formatted(id, Html.text(name).markup(), drawing.markup()));
    }
}
