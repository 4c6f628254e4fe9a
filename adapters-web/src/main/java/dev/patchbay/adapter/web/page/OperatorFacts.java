package dev.patchbay.adapter.web.page;

import dev.patchbay.adapter.web.tls.CertificateReport;
import dev.patchbay.usecase.operator.Overview;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What operators may want to know of the service itself; what there is not is not said. Safe for many threads. */
@Singleton
final class OperatorFacts {
    private final Clock clock;

    OperatorFacts(Clock clock) {
        this.clock = clock;
    }

    Html asOf(Overview overview, Words words) {
        List<String> parts = new ArrayList<>();
        parts.add("%s %s"
                .formatted(
                        escaped(words.say("operator.as-of")),
                        TimeTag.clock(overview.asOf()).markup()));
        parts.add(escaped(words.count("operator.processes", overview.processes())));
        overview.version().ifPresent(version -> parts.add(escaped(words.say("operator.version", version))));
        return new Html(String.join(" · ", parts));
    }

    Html write(Overview overview, Optional<CertificateReport> certificate, Words words) {
        StringBuilder list = new StringBuilder("<dl class=\"clocks\">");
        fact(list, words.say("operator.sweep"), sweep(overview.sweep(), words));
        certificate.ifPresent(report -> fact(list, words.say("operator.certificate"), certificate(report, words)));
        overview.keys().active().ifPresent(key -> fact(list, words.say("operator.vault-key"), vaultKey(key, words)));
        if (overview.keys().isTurning()) {
            fact(list, words.say("operator.turning"), turning(overview.keys(), words));
        }
        if (overview.keys().toRenew() > 0) {
            fact(
                    list,
                    words.say("operator.data-keys"),
                    escaped(words.count("operator.to-renew", overview.keys().toRenew())));
        }
        fact(
                list,
                words.say("operator.sign-in"),
                overview.signIn().isEmpty()
                        ? escaped(words.say("operator.none"))
                        : escaped(overview.signIn().stream()
                                .map(Overview.SignIn::name)
                                .collect(Collectors.joining(", "))));
        return new Html(list.append("</dl>").toString());
    }

    private static void fact(StringBuilder list, String name, String markup) {
        list.append("<dt>%s</dt><dd>%s</dd>".formatted(escaped(name), markup));
    }

    private static String sweep(Overview.Sweep sweep, Words words) {
        return escaped(
                sweep.due() == 0
                        ? words.say("operator.none")
                        : words.count("operator.due", sweep.due()) + " "
                                + words.say(
                                        "operator.lag",
                                        Figure.whole(Math.max(0, sweep.lag().toSeconds()), words)));
    }

    private String certificate(CertificateReport report, Words words) {
        String state =
                switch (report.state(clock.instant())) {
                    case NONE -> escaped(words.say("operator.certificate-none"));
                    case EXPIRED -> escaped(words.say("operator.certificate-expired"));
                    case VALID ->
                        escaped(words.count("operator.certificate-days", report.daysLeft(clock.instant()))) + " "
                                + TimeTag.day(words, report.shown().notAfter()).markup();
                };
        return state
                + report.nextAttempt()
                        .map(next -> "<br>%s %s"
                                .formatted(
                                        escaped(words.say("operator.next-attempt")),
                                        TimeTag.moment(words, next).markup()))
                        .orElse("");
    }

    private static String vaultKey(Overview.Active key, Words words) {
        return "%s %s. %s %s."
                .formatted(
                        escaped(words.say("operator.vault-since", key.number())),
                        TimeTag.day(words, key.since()).markup(),
                        escaped(words.say("operator.vault-next")),
                        TimeTag.day(words, key.turnsAt()).markup());
    }

    private static String turning(Overview.Keys keys, Words words) {
        return keys.pending()
                ? escaped(words.say("operator.turning-pending"))
                : "<progress max=\"%d\" value=\"%d\" aria-label=\"%s\"></progress> %s"
                        .formatted(
                                keys.dataKeys(),
                                keys.rewrapped(),
                                escaped(words.say("operator.turning")),
                                escaped(words.say(
                                        "operator.rewrapped",
                                        Figure.whole(keys.rewrapped(), words),
                                        Figure.whole(keys.dataKeys(), words))));
    }

    private static String escaped(String text) {
        return Html.text(text).markup();
    }
}
