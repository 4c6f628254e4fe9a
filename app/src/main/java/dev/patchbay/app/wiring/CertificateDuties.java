package dev.patchbay.app.wiring;

import dev.patchbay.adapter.acme.AcmeAuthorities;
import dev.patchbay.adapter.metrics.CertificateGauges;
import dev.patchbay.adapter.web.settings.TlsSettings;
import dev.patchbay.adapter.web.settings.TlsSettings.CertificateSource;
import dev.patchbay.adapter.web.tls.CertificateFiles;
import dev.patchbay.adapter.web.tls.CertificateReport;
import dev.patchbay.adapter.web.tls.CertificateWatch;
import dev.patchbay.adapter.web.tls.ServedCertificate;
import dev.patchbay.adapter.web.tls.StoredCertificate;
import dev.patchbay.domain.certificate.CertificateId;
import dev.patchbay.domain.certificate.CertificateNames;
import dev.patchbay.domain.certificate.OrderFailure;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.certificate.ReachesItself;
import dev.patchbay.port.connection.Presence;
import dev.patchbay.port.vault.TokenVault;
import dev.patchbay.usecase.certificate.CertificatePlan;
import dev.patchbay.usecase.certificate.CertificateStatus;
import dev.patchbay.usecase.certificate.CertificateStore;
import dev.patchbay.usecase.certificate.CurrentCertificate;
import dev.patchbay.usecase.certificate.KeepCertificate;
import dev.patchbay.usecase.certificate.Look;
import dev.patchbay.usecase.chat.AlarmOperators;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** What the certificate has done by itself, where TLS ends in this process. Safe for many threads. */
@Singleton
public final class CertificateDuties implements CertificateReport.Source {
    private final boolean present;
    private final ServedCertificate served;
    private final CertificateGauges gauges;
    private final AlarmOperators alarm;
    private final Clock clock;
    private CertificateWatch watch = () -> {};
    private Optional<KeepCertificate> keep = Optional.empty();
    private Optional<CurrentCertificate> stored = Optional.empty();
    private volatile Optional<CertificateStatus> status = Optional.empty();

    CertificateDuties(
            TlsSettings tls,
            ServedCertificate served,
            CertificateGauges gauges,
            AlarmOperators alarm,
            CertificateStore store,
            AcmeAuthorities authorities,
            ReachesItself reachesItself,
            TokenVault vault,
            Presence presence,
            SecretSource random,
            Clock clock) {
        this.present = tls.isOn();
        this.served = served;
        this.gauges = gauges;
        this.alarm = alarm;
        this.clock = clock;
        switch (tls.certificate()) {
            case CertificateSource.Elsewhere() -> {
                // There is nothing to do.
            }
            case CertificateSource.Files files -> watch = new CertificateFiles(files, served, clock);
            case CertificateSource.Acme(CertificateNames names) -> {
                var current = new CurrentCertificate(CertificateId.MAIN, names, store, vault, clock);
                var plan =
                        new CertificatePlan(CertificateId.MAIN, names, authorities.inOrder(), authorities.rehearsal());
                stored = Optional.of(current);
                watch = new StoredCertificate(current, names, served, clock);
                keep = Optional.of(new KeepCertificate(plan, store, reachesItself, vault, presence, random, clock));
            }
        }
    }

    @Override
    public Optional<CertificateReport> report() {
        return served.chain()
                .map(shown -> new CertificateReport(
                        shown,
                        served.isPlaceholder(),
                        status.flatMap(CertificateStatus::lastAttempt),
                        status.map(CertificateStatus::nextAttempt),
                        status.flatMap(CertificateStatus::lastFailure).map(OrderFailure.Note::detail)));
    }

    /** Sees to it that the right one is shown. @throws dev.patchbay.port.StoreUnavailable when it cannot be asked for */
    public void look() {
        watch.look();
        status = stored.map(CurrentCertificate::status);
        report().ifPresent(report -> gauges.show(
                report.shown().notAfter(),
                report.isPlaceholder(),
                report.lastAttempt(),
                report.nextAttempt(),
                report.trouble().isPresent()));
    }

    /** Has another one issued when it is time. Takes minutes then. */
    void keep() {
        if (keep.isPresent()) {
            Look look = keep.get().look();
            if (look instanceof Look.Renewed || look instanceof Look.Failed) {
                look();
            }
        }
    }

    /** Tells operators what they should know of it. @throws dev.patchbay.port.StoreUnavailable when they cannot be told now */
    void alarm() {
        report().ifPresent(report ->
                alarm.look(report.alarm(clock.instant()), report.shown().notAfter()));
    }

    boolean isPresent() {
        return present;
    }
}
