package dev.patchbay.adapter.web.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.adapter.web.tls.CertificateReport;
import dev.patchbay.usecase.operator.Overview;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the whole service does; nothing of anybody's.
 *
 * @param version null when the program does not know
 * @param certificate null where TLS ends elsewhere
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record OverviewResponse(
        String asOf,
        @Nullable String version,
        int processes,
        List<SignInView> signInProviders,
        List<PlatformView> platforms,
        List<AppView> apps,
        int appsLeftOut,
        ConsentEndsView consentEnds,
        RenewalsView renewals,
        SweepView sweep,
        @Nullable CertificateView certificate,
        KeysView keys,
        QuarantineView quarantine) {

    static OverviewResponse of(Overview overview, Optional<CertificateReport> certificate, Instant now) {
        return new OverviewResponse(
                Times.text(overview.asOf()),
                overview.version().orElse(null),
                overview.processes(),
                overview.signIn().stream()
                        .map(one -> new SignInView(one.id().value(), one.name()))
                        .toList(),
                overview.platforms().stream().map(PlatformView::of).toList(),
                overview.apps().shown().stream()
                        .map(app -> AppView.of(app, now))
                        .toList(),
                overview.apps().leftOut(),
                ConsentEndsView.of(overview.consentEnds()),
                RenewalsView.of(overview.renewals()),
                SweepView.of(overview.sweep()),
                certificate.map(report -> CertificateView.of(report, now)).orElse(null),
                KeysView.of(overview.keys()),
                QuarantineView.of(overview.quarantine()));
    }

    @Serdeable.Serializable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SignInView(String id, String name) {}

    /** @param sharedApp whether the operator's app is configured */
    @Serdeable.Serializable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PlatformView(String id, String name, boolean sharedApp, long connections, KindsView renewals) {
        static PlatformView of(Overview.Platform platform) {
            return new PlatformView(
                    platform.id().value(),
                    platform.name(),
                    platform.sharedApp(),
                    platform.connections(),
                    KindsView.of(platform.lastDay()));
        }
    }

    @Serdeable.Serializable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ConsentEndsView(long withinDay, long withinWeek, long withinMonth, List<WeekView> weeks) {
        static ConsentEndsView of(Overview.ConsentEnds ends) {
            return new ConsentEndsView(
                    ends.withinDay(),
                    ends.withinWeek(),
                    ends.withinMonth(),
                    ends.weeks().stream()
                            .map(week -> new WeekView(Times.text(week.from()), week.consents()))
                            .toList());
        }
    }

    @Serdeable.Serializable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record WeekView(String from, long consents) {}

    /** @param lagSeconds how long the longest overdue renewal is due */
    @Serdeable.Serializable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SweepView(long due, @Nullable String oldestDue, long lagSeconds) {
        static SweepView of(Overview.Sweep sweep) {
            return new SweepView(
                    sweep.due(),
                    Times.text(sweep.oldestDue()),
                    Math.max(0, sweep.lag().toSeconds()));
        }
    }
}
