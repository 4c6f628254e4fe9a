package dev.patchbay.app.doctor;

import com.sun.net.httpserver.HttpServer;
import dev.patchbay.domain.certificate.CertificateName;
import dev.patchbay.domain.certificate.Challenge;
import dev.patchbay.domain.certificate.ChallengeToken;
import dev.patchbay.oauth.HttpAnswer;
import dev.patchbay.oauth.HttpCall;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.certificate.Challenges;
import dev.patchbay.port.certificate.ReachesItself.Reach;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Whether this service is found by its public name: something that only it can know is asked for there, as an authority would. A service
 * that runs answers itself; in the place of one that does not, somebody answers here for a moment.
 */
final class ReachCheck {
    static final String NAME = "reach";
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Patient patient;

    ReachCheck(Patient patient) {
        this.patient = patient;
    }

    /** When nobody listens. @param free whether the port is there to be listened on */
    List<Finding> stopped(boolean free) {
        if (isOutOfTheQuestion()) {
            return List.of(whyNot());
        }
        if (!free) {
            return List.of(Finding.skipped(NAME, "the port that it would be asked at cannot be had"));
        }
        Challenge challenge = challenge();
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(patient.bindHost(), port()), 0);
            server.createContext(Challenge.PATH + challenge.token(), exchange -> {
                byte[] answer = challenge.keyAuthorization().getBytes(StandardCharsets.US_ASCII);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            server.start();
            try {
                return look(challenge);
            } finally {
                server.stop(0);
            }
        } catch (IOException e) {
            return List.of(Finding.skipped(NAME, "nobody can listen at port " + port() + " in the service's place"));
        }
    }

    /** When the service runs, which answers by what is in its database. */
    List<Finding> running() {
        if (isOutOfTheQuestion()) {
            return List.of(whyNot());
        }
        Challenges challenges = patient.context().getBean(Challenges.class);
        Challenge challenge = challenge();
        challenges.put(challenge);
        try {
            return look(challenge);
        } finally {
            challenges.remove(challenge.token());
        }
    }

    private int port() {
        return patient.tls().isOn()
                ? patient.tls().httpPort()
                : patient.service().port();
    }

    private boolean isOutOfTheQuestion() {
        return (!patient.tls().isOn() && patient.isForThisMachineOnly()) || isSwitchedOff();
    }

    private boolean isSwitchedOff() {
        return patient.tls().isOn()
                && patient.settings()
                        .text("ACME_SELF_CHECK")
                        .filter("off"::equalsIgnoreCase)
                        .isPresent();
    }

    private Finding whyNot() {
        return Finding.skipped(
                NAME, isSwitchedOff() ? "ACME_SELF_CHECK is off" : patient.baseUrl() + " is for this machine alone");
    }

    private Challenge challenge() {
        SecretSource random = patient.context().getBean(SecretSource.class);
        Instant until = patient.clock().instant().plus(Duration.ofMinutes(5));
        return new Challenge(
                new ChallengeToken("doctor-" + random.nextId()), random.nextId().toString(), until);
    }

    private List<Finding> look(Challenge challenge) {
        return patient.tls()
                .names()
                .map(names -> names.all().stream()
                        .map(name -> byName(name, challenge))
                        .toList())
                .orElseGet(() -> List.of(byProxy(challenge)));
    }

    private Finding byName(CertificateName name, Challenge challenge) {
        return switch (patient.reachesItself().reach(name, challenge)) {
            case Reach.Reached() -> Finding.ok(NAME, name + " port 80 leads to this service");
            case Reach.Missed(var obstacle, String detail) -> {
                String[] parts = detail.split("; ", 2);
                yield Finding.fail(
                        NAME, parts[0], parts.length == 2 ? parts[1] : "open port 80 and forward it to HTTP_PORT");
            }
        };
    }

    private Finding byProxy(Challenge challenge) {
        URI address = URI.create(patient.baseUrl() + Challenge.PATH + challenge.token());
        String todo =
                "see that the proxy there forwards everything to PORT " + port() + " of this machine, and that the"
                        + " name leads to the proxy; if only this machine cannot see it by that name, nothing is wrong";
        return switch (patient.http()
                .send(HttpCall.get(address).with("Accept", "*/*").within(PATIENCE))) {
            case HttpAnswer.NoAnswer(var why) ->
                Finding.warn(NAME, patient.baseUrl() + " is not reached from here: " + why.words(), todo);
            case HttpAnswer.Answered answered ->
                answered.isSuccess() && answered.body().text().equals(challenge.keyAuthorization())
                        ? Finding.ok(NAME, patient.baseUrl() + " leads to this service")
                        : Finding.fail(
                                NAME,
                                patient.baseUrl() + " is answered by somebody else (status " + answered.status() + ")",
                                todo);
        };
    }
}
