package dev.patchbay.usecase.certificate;

import dev.patchbay.domain.certificate.CertificateName;
import dev.patchbay.domain.certificate.CertificateNames;
import dev.patchbay.domain.certificate.Challenge;
import dev.patchbay.domain.certificate.ChallengeToken;
import dev.patchbay.domain.certificate.OrderFailure;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.certificate.Challenges;
import dev.patchbay.port.certificate.ReachesItself;
import java.time.Clock;
import java.util.Optional;

/** Tries a challenge of our own by each name before an authority is told to: a failed one there costs quota, one here nothing. */
final class SelfCheck {
    private final Challenges challenges;
    private final ReachesItself reachesItself;
    private final SecretSource random;
    private final Clock clock;

    SelfCheck(Challenges challenges, ReachesItself reachesItself, SecretSource random, Clock clock) {
        this.challenges = challenges;
        this.reachesItself = reachesItself;
        this.random = random;
        this.clock = clock;
    }

    /** Empty when all names lead here. */
    Optional<OrderFailure> run(CertificateNames names) {
        var probe = new Challenge(
                new ChallengeToken("self-check-" + random.nextId()),
                "self-check." + random.nextId(),
                clock.instant().plus(Challenge.LIFE));
        challenges.put(probe);
        try {
            for (CertificateName name : names.all()) {
                if (reachesItself.reach(name, probe) instanceof ReachesItself.Reach.Missed missed) {
                    return Optional.of(new OrderFailure.SelfCheckFailed(name, missed.obstacle(), missed.detail()));
                }
            }
            return Optional.empty();
        } finally {
            challenges.remove(probe.token());
        }
    }
}
