package dev.patchbay.usecase.certificate;

import dev.patchbay.domain.certificate.Draw;
import dev.patchbay.domain.certificate.KeptCertificate;
import dev.patchbay.domain.certificate.RenewalTiming;
import dev.patchbay.domain.certificate.RenewalWindow;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.certificate.CertificateAuthority;
import dev.patchbay.port.certificate.CertificateAuthority.Advice;
import dev.patchbay.port.certificate.Certificates;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Asks the certificate's authority when to renew it: a few times a day, and of all processes one at a time. */
final class AskAboutRenewal {
    /** When the authority does not say: several times a day, for it may have to revoke in a hurry. */
    private static final Duration USUAL = Duration.ofHours(6);

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    /** At least twice a day, whatever the authority says. */
    private static final Duration LONGEST = Duration.ofHours(11);

    private static final int TIMES_A_LIFE = 20;
    private static final System.Logger LOG = System.getLogger(AskAboutRenewal.class.getName());

    private final CertificatePlan plan;
    private final Certificates certificates;
    private final SecretSource random;
    private final Clock clock;

    AskAboutRenewal(CertificatePlan plan, Certificates certificates, SecretSource random, Clock clock) {
        this.plan = plan;
        this.certificates = certificates;
        this.random = random;
        this.clock = clock;
    }

    /** The certificate, with what its authority says now if it was time to ask. */
    Optional<KeptCertificate> upToDate(Optional<KeptCertificate> current) {
        Instant now = clock.instant();
        Optional<KeptCertificate> due = current.filter(one ->
                !now.isBefore(one.timing().askAt()) && now.isBefore(one.chain().notAfter()));
        Optional<CertificateAuthority> issuer = due.flatMap(one -> plan.authorities().stream()
                .filter(authority -> authority.id().equals(one.issuer()))
                .findFirst());
        if (due.isEmpty() || issuer.isEmpty()) {
            return current;
        }
        KeptCertificate one = due.get();
        Instant next = now.plus(usual(one));
        if (!certificates.takeAsking(one.id(), one.version(), now, next)) {
            return certificates.current(one.id());
        }
        boolean _ =
                switch (issuer.get().advice(one.chain())) {
                    case Advice.Suggested(
                            RenewalWindow window,
                            Optional<Instant> askAgainAt,
                            Optional<String> explanation) ->
                        note(
                                one,
                                Optional.of(window),
                                askAgainAt.map(at -> bounded(at, now)).orElse(next),
                                explanation);
                    case Advice.NotGiven() -> note(one, Optional.empty(), next, Optional.empty());
                    case Advice.Unavailable(String detail) -> {
                        LOG.log(Level.DEBUG, "{0} does not say when to renew: {1}", one.issuer(), detail);
                        yield false;
                    }
                };
        return certificates.current(one.id());
    }

    private boolean note(
            KeptCertificate one, Optional<RenewalWindow> window, Instant askAt, Optional<String> explanation) {
        RenewalTiming before = one.timing();
        boolean same = window.equals(before.window());
        if (!same && before.window().isPresent()) {
            LOG.log(
                    Level.WARNING,
                    "{0} would like the certificate to be renewed at another time: {1}{2}",
                    one.issuer(),
                    window.map(RenewalWindow::toString).orElse("any"),
                    explanation.map(page -> ", see " + page).orElse(""));
        }
        Draw draw = same ? before.draw() : new Draw((int) random.nextBelow(Draw.BOUND));
        return certificates.note(one.id(), one.version(), new RenewalTiming(window, draw, askAt));
    }

    private static Duration usual(KeptCertificate one) {
        Duration share = one.chain().lifetime().dividedBy(TIMES_A_LIFE);
        return share.compareTo(USUAL) > 0 ? USUAL : share.compareTo(SHORTEST) < 0 ? SHORTEST : share;
    }

    private static Instant bounded(Instant at, Instant now) {
        Instant earliest = now.plus(SHORTEST);
        Instant latest = now.plus(LONGEST);
        return at.isBefore(earliest) ? earliest : at.isAfter(latest) ? latest : at;
    }
}
