package dev.patchbay.adapter.acme;

import dev.patchbay.domain.certificate.CertificateChain;
import dev.patchbay.domain.certificate.CertificateName;
import dev.patchbay.domain.certificate.CertificateNames;
import dev.patchbay.domain.certificate.Challenge;
import dev.patchbay.domain.certificate.ChallengeToken;
import dev.patchbay.domain.certificate.KeyAndChain;
import dev.patchbay.domain.certificate.OrderFailure;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.certificate.CertificateAuthority.ChallengeBoard;
import dev.patchbay.port.certificate.CertificateAuthority.Order;
import dev.patchbay.port.certificate.CertificateAuthority.Ordering;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.Identifier;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.Metadata;
import org.shredzone.acme4j.OrderBuilder;
import org.shredzone.acme4j.Problem;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.Status;
import org.shredzone.acme4j.challenge.Http01Challenge;
import org.shredzone.acme4j.connector.Resource;
import org.shredzone.acme4j.exception.AcmeException;

/** One order, from its beginning to the certificate. */
final class AcmeOrder {
    /** How long an authority may take to look at a challenge, and to issue; it is done in seconds when all is well. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final String AUTHORITY_KEY = "2.5.29.35";

    /** The only kind that Let's Encrypt issues for addresses. */
    private static final String FOR_ADDRESSES = "shortlived";

    private final Login login;
    private final String authority;
    private final Optional<String> profile;
    private final ChallengeBoard board;
    private final Clock clock;
    private final List<ChallengeToken> shown = new ArrayList<>();

    AcmeOrder(Login login, String authority, Optional<String> profile, ChallengeBoard board, Clock clock) {
        this.login = login;
        this.authority = authority;
        this.profile = profile;
        this.board = board;
        this.clock = clock;
    }

    Ordering run(Order wanted) throws AcmeException, InterruptedException {
        Optional<X509Certificate> replaced = wanted.replaces()
                .map(CertificateChain::leaf)
                .filter(one -> one.getExtensionValue(AUTHORITY_KEY) != null);
        boolean replaces = replaced.isPresent() && knowsRenewals(login.getSession());
        org.shredzone.acme4j.Order order;
        try {
            OrderBuilder builder = builder(wanted.names());
            if (replaces) {
                builder.replaces(replaced.orElseThrow());
            }
            order = builder.create();
        } catch (AcmeException e) {
            if (replaces && Failures.isAboutReplacing(e)) {
                return new Ordering.ReplacesRefused(String.valueOf(e.getMessage()));
            }
            throw e;
        }
        try {
            Optional<OrderFailure> unproven = prove(order.getAuthorizations());
            return unproven.isPresent() ? new Ordering.Failed(unproven.get()) : finish(order);
        } finally {
            shown.forEach(board::takeDown);
        }
    }

    /** Whether an authority gives renewal information, and so knows what a replacement is. */
    static boolean knowsRenewals(Session session) throws AcmeException {
        return session.resourceUrlOptional(Resource.RENEWAL_INFO).isPresent();
    }

    private OrderBuilder builder(CertificateNames names) throws AcmeException {
        OrderBuilder builder = login.newOrder();
        for (CertificateName name : names.all()) {
            builder.identifier(
                    switch (name) {
                        case CertificateName.Dns(String host) -> Identifier.dns(host);
                        case CertificateName.Ip(String address) -> Identifier.ip(address);
                    });
        }
        Metadata metadata = login.getSession().getMetadata();
        profile.or(() -> names.hasAddress() ? Optional.of(FOR_ADDRESSES) : Optional.empty())
                .filter(metadata::isProfileAllowed)
                .ifPresent(builder::profile);
        return builder;
    }

    /** All at once, for the authority looks at each for seconds. */
    private Optional<OrderFailure> prove(List<Authorization> authorizations)
            throws AcmeException, InterruptedException {
        List<Authorization> open = new ArrayList<>();
        for (Authorization one : authorizations) {
            if (one.getStatus() == Status.VALID) {
                continue;
            }
            Optional<Http01Challenge> challenge = one.findChallenge(Http01Challenge.class);
            if (challenge.isEmpty()) {
                return Optional.of(new OrderFailure.NameRefused(authority + " has no challenge over HTTP for "
                        + one.getIdentifier().getValue()));
            }
            show(challenge.get());
            challenge.get().trigger();
            open.add(one);
        }
        for (Authorization one : open) {
            if (one.waitForCompletion(PATIENCE) != Status.VALID) {
                return Optional.of(
                        Failures.ofChallenge(why(one), one.getIdentifier().getValue(), authority));
            }
        }
        return Optional.empty();
    }

    private void show(Http01Challenge challenge) {
        ChallengeToken token = new ChallengeToken(challenge.getToken());
        shown.add(token);
        board.put(new Challenge(
                token, challenge.getAuthorization(), clock.instant().plus(Challenge.LIFE)));
    }

    private static Optional<Problem> why(Authorization one) {
        return one.findChallenge(Http01Challenge.class).flatMap(Http01Challenge::getError);
    }

    private Ordering finish(org.shredzone.acme4j.Order order) throws AcmeException, InterruptedException {
        if (order.waitUntilReady(PATIENCE) == Status.INVALID) {
            return refused(order);
        }
        KeyPair key = Keys.fresh();
        order.execute(key);
        if (order.waitForCompletion(PATIENCE) != Status.VALID) {
            return refused(order);
        }
        return new Ordering.Issued(new KeyAndChain(
                Secret.of(key.getPrivate().getEncoded()),
                new CertificateChain(order.getCertificate().getCertificateChain())));
    }

    private Ordering refused(org.shredzone.acme4j.Order order) {
        return new Ordering.Failed(order.getError()
                .map(problem -> Failures.of(problem, authority, Optional.empty()))
                .orElseGet(() -> new OrderFailure.Defect(authority + " refused an order without a reason")));
    }
}
