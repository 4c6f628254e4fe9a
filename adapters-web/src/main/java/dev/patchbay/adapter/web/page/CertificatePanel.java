package dev.patchbay.adapter.web.page;

import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.adapter.web.session.Callers;
import dev.patchbay.adapter.web.tls.CertificateReport;
import dev.patchbay.domain.account.Language;
import dev.patchbay.domain.account.Operators;
import dev.patchbay.port.StoreUnavailable;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Shows operators how the certificate does; others are shown nothing. Works without scripts. Safe for many threads. */
@Singleton
final class CertificatePanel {
    private final Callers callers;
    private final Operators operators;
    private final CertificateReport.Source certificate;
    private final Clock clock;
    private final Template panel = Template.at("parts/certificate.html");

    CertificatePanel(Callers callers, Operators operators, CertificateReport.Source certificate, Clock clock) {
        this.callers = callers;
        this.operators = operators;
        this.certificate = certificate;
        this.clock = clock;
    }

    /** Nothing while the store does not say who asks. */
    Html of(HttpRequest<?> request) {
        return certificate
                .report()
                .filter(_ -> isOperator(request))
                .map(this::show)
                .orElse(Html.NONE);
    }

    private boolean isOperator(HttpRequest<?> request) {
        try {
            return callers.present(request)
                    .filter(who -> operators.include(who.account()))
                    .isPresent();
        } catch (StoreUnavailable notKnownNow) {
            return false;
        }
    }

    private Html show(CertificateReport report) {
        Instant now = clock.instant();
        return panel.fill(
                Words.in(Language.EN),
                Map.of(
                        "state",
                        Html.text(
                                switch (report.state(now)) {
                                    case NONE -> "There is none yet; browsers warn of this service.";
                                    case VALID -> "Good for " + report.daysLeft(now) + " more days.";
                                    case EXPIRED -> "It has ended; browsers refuse this service.";
                                }),
                        "ends",
                        report.isPlaceholder()
                                ? Html.text("–")
                                : time(report.shown().notAfter()),
                        "last",
                        time(report.lastAttempt()),
                        "next",
                        time(report.nextAttempt()),
                        "trouble",
                        report.trouble()
                                .map(what -> new Html("<p class=\"trouble\" role=\"alert\">%s</p>"
                                        .formatted(Html.text(what).markup())))
                                .orElse(Html.NONE)));
    }

    private static Html time(Optional<Instant> when) {
        return when.map(CertificatePanel::time).orElse(Html.text("–"));
    }

    private static Html time(Instant when) {
        Instant whole = when.truncatedTo(ChronoUnit.SECONDS);
        return new Html("<time datetime=\"%s\">%s</time>"
                .formatted(
                        Times.text(whole),
                        Html.text(Words.in(Language.EN).day(whole)).markup()));
    }
}
