package dev.patchbay.usecase.certificate;

import static dev.patchbay.port.certificate.CertificateFixtures.NAMES;

import dev.patchbay.domain.certificate.CertificateId;
import dev.patchbay.domain.certificate.CertificateNames;
import dev.patchbay.domain.certificate.KeptCertificate;
import dev.patchbay.domain.certificate.OrderFailure.Obstacle;
import dev.patchbay.domain.certificate.OrderHistory;
import dev.patchbay.port.GivenPresence;
import dev.patchbay.port.InMemoryStore;
import dev.patchbay.port.PlainVault;
import dev.patchbay.port.SeededSecrets;
import dev.patchbay.port.SteppingClock;
import dev.patchbay.port.certificate.CertificateAuthority;
import dev.patchbay.port.certificate.FakeAuthority;
import dev.patchbay.port.certificate.ReachesItself;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Processes that keep a certificate in one store, with two authorities and a rehearsal. */
final class CertificateStage {
    final SteppingClock clock = SteppingClock.atNow();
    final InMemoryStore store = new InMemoryStore();
    final PlainVault vault = new PlainVault();
    final FakeAuthority first = new FakeAuthority("first", clock);
    final FakeAuthority second = new FakeAuthority("second", clock);
    final FakeAuthority rehearsal = new FakeAuthority("rehearsal", clock);
    ReachesItself.Reach reach = new ReachesItself.Reach.Reached();
    int selfChecks;
    final Map<String, GivenPresence> presences = new HashMap<>();
    final CertificateStore certificates =
            new CertificateStore(store.certificates(), store.certificateOrders(), store.challenges());
    final CurrentCertificate current = new CurrentCertificate(CertificateId.MAIN, NAMES, certificates, vault, clock);

    /** One with the first authority alone. */
    KeepCertificate process(String name) {
        return process(name, NAMES, List.of(first), Optional.empty());
    }

    KeepCertificate process(
            String name,
            CertificateNames names,
            List<CertificateAuthority> authorities,
            Optional<CertificateAuthority> staging) {
        return new KeepCertificate(
                new CertificatePlan(CertificateId.MAIN, names, authorities, staging),
                certificates,
                (host, challenge) -> {
                    selfChecks++;
                    return answers(challenge.token().value(), challenge.keyAuthorization())
                            ? reach
                            : new ReachesItself.Reach.Missed(Obstacle.ANSWER, "nobody answers");
                },
                vault,
                presences.computeIfAbsent(name, GivenPresence::of),
                new SeededSecrets(),
                clock);
    }

    private boolean answers(String token, String answer) {
        return new AnswerChallenge(store.challenges(), clock).answer(token).equals(Optional.of(answer));
    }

    KeptCertificate kept() {
        return store.certificates().current(CertificateId.MAIN).orElseThrow();
    }

    OrderHistory history() {
        return store.certificateOrders().history(CertificateId.MAIN);
    }
}
