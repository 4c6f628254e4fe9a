package dev.patchbay.app.wiring;

import dev.patchbay.port.certificate.CertificateOrders;
import dev.patchbay.port.certificate.Certificates;
import dev.patchbay.port.certificate.Challenges;
import dev.patchbay.usecase.certificate.AnswerChallenge;
import dev.patchbay.usecase.certificate.CertificateStore;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The service's own certificate. */
@Factory
final class CertificateActs {
    @Singleton
    CertificateStore certificateStore(Certificates certificates, CertificateOrders orders, Challenges challenges) {
        return new CertificateStore(certificates, orders, challenges);
    }

    @Singleton
    AnswerChallenge answerChallenge(Challenges challenges, Clock clock) {
        return new AnswerChallenge(challenges, clock);
    }
}
