package dev.patchbay.adapter.web.page;

import dev.patchbay.adapter.web.tls.CertificateReport;
import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.RenewalOutcome.Kind;
import dev.patchbay.domain.provider.AppNames;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.usecase.operator.Overview;
import dev.patchbay.usecase.operator.Overview.App;
import dev.patchbay.usecase.provider.ListProviders;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an operator should do something about, in plain words, each with the next step; the worst first. Safe for many threads. */
@Singleton
final class OperatorNeeds {
    /** Later than a pause, a slow start or a restart makes it. */
    private static final Duration BEHIND = Duration.ofMinutes(10);

    /** Fewer say nothing of a platform. */
    private static final long ENOUGH = 20;

    private final ListProviders listProviders;
    private final Clock clock;

    OperatorNeeds(ListProviders listProviders, Clock clock) {
        this.listProviders = listProviders;
        this.clock = clock;
    }

    /** @param urgent whether something does not work; otherwise it passes by itself, or can wait */
    private record Need(boolean urgent, String what, Html step) {}

    Html write(Overview overview, Optional<CertificateReport> certificate, Words words) {
        List<Need> needs = new ArrayList<>();
        certificate.flatMap(report -> certificate(report, words)).ifPresent(needs::add);
        List<App> apps = overview.apps().shown();
        apps.stream().filter(app -> app.kind() == ClientApp.Kind.SHARED).forEach(app -> ofApp(app, words, needs));
        quarantine(overview, words).ifPresent(needs::add);
        behind(overview.sweep(), words).ifPresent(needs::add);
        overview.platforms().forEach(platform -> unanswered(platform, words).ifPresent(needs::add));
        long broken = apps.stream()
                .filter(app -> app.kind() == ClientApp.Kind.OWN)
                .filter(app -> app.condition() instanceof AppCondition.Blocked)
                .count();
        if (broken > 0) {
            needs.add(new Need(false, words.count("operator.need.own-apps", broken), step("own-apps", words)));
        }
        if (needs.isEmpty()) {
            return new Html("<p>%s</p>"
                    .formatted(Html.text(words.say("operator.needs-nothing")).markup()));
        }
        needs.sort((one, other) -> Boolean.compare(other.urgent(), one.urgent()));
        return new Html("<ul class=\"findings\">"
                + needs.stream().map(OperatorNeeds::item).collect(Collectors.joining("\n")) + "</ul>");
    }

    private static String item(Need need) {
        return "<li class=\"%s\"><strong>%s</strong><br>%s</li>"
                .formatted(
                        need.urgent() ? "wrong" : "not_checked",
                        Html.text(need.what()).markup(),
                        need.step().markup());
    }

    private Optional<Need> certificate(CertificateReport report, Words words) {
        Instant now = clock.instant();
        if (report.alarm(now).isEmpty() && report.trouble().isEmpty()) {
            return Optional.empty();
        }
        String what =
                switch (report.state(now)) {
                    case NONE -> words.say("operator.need.certificate-none");
                    case EXPIRED -> words.say("operator.need.certificate-expired");
                    case VALID -> words.count("operator.need.certificate", report.daysLeft(now));
                };
        String why = report.trouble()
                .map(trouble -> Html.text(trouble).markup() + "<br>")
                .orElse("");
        return Optional.of(new Need(
                report.state(now) != CertificateReport.State.VALID
                        || report.alarm(now).isPresent(),
                what,
                new Html(why + step("certificate", words).markup())));
    }

    private void ofApp(App app, Words words, List<Need> needs) {
        String platform = app.platformName();
        if (!app.configured()) {
            needs.add(new Need(
                    true,
                    words.count("operator.need.app-missing", app.connections().all(), platform),
                    step("app-missing", words, names(app.platform()).id())));
        }
        switch (app.condition()) {
            case AppCondition.Fine() -> {}
            case AppCondition.Blocked(var cause, var since, var retryAt) ->
                needs.add(new Need(
                        true,
                        platform + ": " + words.cause(cause),
                        tried(blockedStep(app, cause, words), retryAt, words)));
            case AppCondition.CoolingDown(var cause, var since, var until) ->
                needs.add(new Need(false, platform + ": " + words.cause(cause), tried(Html.NONE, until, words)));
            case AppCondition.Doubted(var since, var retryAt) ->
                needs.add(new Need(
                        true,
                        platform + ": " + words.cause(Cause.DEATHS_DOUBTED),
                        tried(step("doubted", words, app.platform()), retryAt, words)));
        }
        if (app.notListed() > 0) {
            needs.add(new Need(
                    false,
                    words.count("operator.need.not-listed", app.notListed(), platform),
                    step("not-listed", words)));
        }
        if (app.seatLimit().isPresent() && app.seatsUsed() >= app.seatLimit().getAsInt()) {
            needs.add(new Need(
                    false,
                    words.say("operator.need.seats", platform, app.seatLimit().getAsInt()),
                    step("seats", words)));
        }
    }

    private Html blockedStep(App app, Cause cause, Words words) {
        AppNames names = names(app.platform());
        return switch (cause) {
            case APP_OWNER_NOT_PREMIUM -> step("premium", words);
            default -> step("app-rejected", words, names.id(), names.secret());
        };
    }

    private AppNames names(ProviderId platform) {
        return listProviders.platforms().stream()
                .map(ListProviders.Offer::descriptor)
                .filter(descriptor -> descriptor.id().equals(platform))
                .findFirst()
                .map(descriptor -> descriptor.appNames())
                .orElseGet(() -> AppNames.usual(platform));
    }

    private static Html tried(Html step, Instant when, Words words) {
        return new Html("%s %s %s."
                .formatted(
                        step.markup(),
                        Html.text(words.say("operator.tried-again")).markup(),
                        TimeTag.moment(words, when).markup())
                .strip());
    }

    private static Optional<Need> quarantine(Overview overview, Words words) {
        long connections = overview.quarantine().connections();
        return connections == 0
                ? Optional.empty()
                : Optional.of(new Need(
                        true, words.count("operator.need.quarantined", connections), step("quarantined", words)));
    }

    private static Optional<Need> behind(Overview.Sweep sweep, Words words) {
        return sweep.lag().compareTo(BEHIND) < 0
                ? Optional.empty()
                : Optional.of(new Need(
                        true,
                        words.say(
                                "operator.need.behind",
                                Figure.whole(sweep.lag().toMinutes(), words),
                                Figure.whole(sweep.due(), words)),
                        step("behind", words)));
    }

    /** When a fifth of what was asked of it brought no answer. */
    private static Optional<Need> unanswered(Overview.Platform platform, Words words) {
        long all =
                platform.lastDay().values().stream().mapToLong(Long::longValue).sum();
        long none = platform.lastDay().getOrDefault(Kind.UNANSWERED, 0L);
        return all < ENOUGH || none * 5 < all
                ? Optional.empty()
                : Optional.of(new Need(
                        false,
                        words.say(
                                "operator.need.unanswered",
                                platform.name(),
                                Figure.whole(none, words),
                                Figure.whole(all, words)),
                        step("unanswered", words)));
    }

    private static Html step(String key, Words words, Object... parts) {
        return Html.text(words.say("operator.step." + key, parts));
    }
}
