package dev.patchbay.usecase.certificate;

import dev.patchbay.domain.certificate.AuthorityId;
import dev.patchbay.domain.certificate.CertificateChain;
import dev.patchbay.domain.certificate.ChainProof;
import dev.patchbay.domain.certificate.Challenge;
import dev.patchbay.domain.certificate.ChallengeToken;
import dev.patchbay.domain.certificate.Draw;
import dev.patchbay.domain.certificate.KeptCertificate;
import dev.patchbay.domain.certificate.KeyAndChain;
import dev.patchbay.domain.certificate.OrderFailure;
import dev.patchbay.domain.certificate.OrderHistory;
import dev.patchbay.domain.certificate.OrderLease;
import dev.patchbay.domain.certificate.RenewalTiming;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.certificate.CertificateAuthority;
import dev.patchbay.port.certificate.CertificateAuthority.ChallengeBoard;
import dev.patchbay.port.certificate.CertificateAuthority.Order;
import dev.patchbay.port.certificate.CertificateAuthority.Ordering;
import dev.patchbay.port.vault.TokenVault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** One round of orders, under the lease: the authorities in their order, until one has issued what may be served. */
final class OrderCertificate {
    /** After so many failures in a row the next order is rehearsed, if there is anywhere to. */
    private static final int REHEARSED_AFTER = 2;
    /** No authority is left out for longer, whatever it said. */
    private static final Duration LONGEST_REST = Duration.ofDays(7);

    /** What one round is about. */
    record Round(OrderLease lease, Optional<KeptCertificate> current, OrderHistory history) {
        Round withHistory(OrderHistory next) {
            return new Round(lease, current, next);
        }
    }

    private record Unsaved(KeyAndChain certificate, AuthorityId issuer) {}

    private final CertificatePlan plan;
    private final CertificateStore store;
    private final TokenVault vault;
    private final SecretSource random;
    private final Clock clock;
    private final ChallengeBoard board;
    private final AtomicReference<Optional<Unsaved>> unsaved = new AtomicReference<>(Optional.empty());

    OrderCertificate(CertificatePlan plan, CertificateStore store, TokenVault vault, SecretSource random, Clock clock) {
        this.plan = plan;
        this.store = store;
        this.vault = vault;
        this.random = random;
        this.clock = clock;
        board = new ChallengeBoard() {
            @Override
            public void put(Challenge challenge) {
                store.challenges().put(challenge);
            }

            @Override
            public void takeDown(ChallengeToken token) {
                store.challenges().remove(token);
            }
        };
    }

    /** When the first authority may be asked again; empty when one may be now. */
    Optional<Instant> allRestUntil(Instant now) {
        List<Instant> rests = new ArrayList<>();
        for (CertificateAuthority authority : plan.authorities()) {
            store.orders().restsUntil(authority.id(), now).ifPresent(rests::add);
        }
        return rests.size() < plan.authorities().size()
                ? Optional.empty()
                : rests.stream().min(Instant::compareTo);
    }

    boolean hasUnsaved() {
        return unsaved.get().isPresent();
    }

    void forgetUnsaved() {
        unsaved.set(Optional.empty());
    }

    /** Puts what was issued before, when the store did not take it, if there is such a thing. */
    Optional<Look> unsaved(Round round) {
        return unsaved.get().map(one -> switch (accept(round, one)) {
            case Accepted.Over(Look look) -> look;
            case Accepted.Not(OrderFailure failure) -> failed(round, failure);
        });
    }

    Look order(Round round) {
        int _ = store.challenges().purge(clock.instant());
        Optional<OrderFailure> spoilt = rehearse(round);
        if (spoilt.isPresent()) {
            return failed(round, spoilt.get());
        }
        Round tried = round.withHistory(round.history().trying(clock.instant()));
        if (!store.orders().note(round.lease(), tried.history(), clock.instant())) {
            return new Look.Elsewhere();
        }
        Optional<OrderFailure> first = Optional.empty();
        for (CertificateAuthority authority : plan.authorities()) {
            if (store.orders().restsUntil(authority.id(), clock.instant()).isPresent()) {
                continue;
            }
            if (!prolonged(round)) {
                return new Look.Elsewhere();
            }
            switch (orderAt(authority, round)) {
                case Accepted.Over(Look look) -> {
                    return look;
                }
                case Accepted.Not(OrderFailure failure) -> {
                    rest(authority, failure);
                    first = first.isPresent() ? first : Optional.of(failure);
                }
            }
        }
        return failed(
                tried,
                first.orElseGet(
                        () -> new OrderFailure.Unavailable(Optional.empty(), "no authority may be asked at present")));
    }

    /** Notes the failure; the certificate that is there stays. */
    Look failed(Round round, OrderFailure failure) {
        Instant now = clock.instant();
        boolean urgent = round.current().filter(one -> one.plan().isUrgent(now)).isPresent();
        OrderHistory history = round.history().failed(failure, urgent, allRestUntil(now), now);
        return store.orders().note(round.lease(), history, now)
                ? new Look.Failed(failure, history.mayTryAt())
                : new Look.Elsewhere();
    }

    private sealed interface Accepted {
        /** The round is over. */
        record Over(Look look) implements Accepted {}

        /** The next authority may be asked. */
        record Not(OrderFailure failure) implements Accepted {}
    }

    private Accepted orderAt(CertificateAuthority authority, Round round) {
        Ordering ordering = authority.order(new Order(plan.names(), replaced(authority, round)), board);
        if (ordering instanceof Ordering.ReplacesRefused) {
            if (!prolonged(round)) {
                return new Accepted.Over(new Look.Elsewhere());
            }
            ordering = authority.order(new Order(plan.names(), Optional.empty()), board);
        }
        return switch (ordering) {
            case Ordering.Issued(KeyAndChain certificate) -> accept(round, new Unsaved(certificate, authority.id()));
            case Ordering.Failed(OrderFailure failure) -> new Accepted.Not(failure);
            case Ordering.ReplacesRefused(String detail) ->
                new Accepted.Not(new OrderFailure.Defect("nothing was to be replaced, and yet: " + detail));
        };
    }

    /** The first try after a failure goes out without: naming what it replaces may have been the cause (CertMagic, issue 361). */
    private Optional<CertificateChain> replaced(CertificateAuthority authority, Round round) {
        return round.history().failures() == 1
                ? Optional.empty()
                : round.current()
                        .filter(one -> one.issuer().equals(authority.id()))
                        .map(KeptCertificate::chain)
                        .filter(chain -> chain.covers(plan.names()));
    }

    private Accepted accept(Round round, Unsaved issued) {
        Instant now = clock.instant();
        if (ChainProof.of(issued.certificate(), plan.names(), now) instanceof ChainProof.Flawed(String why)) {
            forgetUnsaved();
            return new Accepted.Not(new OrderFailure.BadChain(why));
        }
        unsaved.set(Optional.of(issued));
        long version = round.current().map(KeptCertificate::version).orElse(0L) + 1;
        var next = new KeptCertificate(
                plan.id(),
                version,
                issued.issuer(),
                issued.certificate().chain(),
                vault.seal(
                        KeptCertificate.keyOwner(),
                        KeptCertificate.keyPlace(plan.id(), version),
                        issued.certificate().key()),
                now,
                new RenewalTiming(Optional.empty(), new Draw((int) random.nextBelow(Draw.BOUND)), now));
        if (!store.certificates().replace(next, round.lease(), now)) {
            // Whoever has the lease now orders; if they do not come to it, the next look still has this one.
            return new Accepted.Over(new Look.Elsewhere());
        }
        forgetUnsaved();
        boolean _ = store.orders().note(round.lease(), round.history().succeeded(now), now);
        return new Accepted.Over(new Look.Renewed(version, next.chain().notAfter()));
    }

    /** What a rehearsal showed to be wrong with us; trouble of its own counts for nothing. */
    private Optional<OrderFailure> rehearse(Round round) {
        if (plan.rehearsal().isEmpty() || round.history().failures() < REHEARSED_AFTER || !prolonged(round)) {
            return Optional.empty();
        }
        return switch (plan.rehearsal().get().order(new Order(plan.names(), Optional.empty()), board)) {
            case Ordering.Failed(OrderFailure failure) ->
                switch (failure) {
                    case OrderFailure.ChallengeFailed _, OrderFailure.NameRefused _ -> Optional.of(failure);
                    case OrderFailure.RateLimited _,
                            OrderFailure.Unavailable _,
                            OrderFailure.NeedsHuman _,
                            OrderFailure.SelfCheckFailed _,
                            OrderFailure.BadChain _,
                            OrderFailure.Defect _ -> Optional.empty();
                };
            case Ordering.Issued _, Ordering.ReplacesRefused _ -> Optional.empty();
        };
    }

    private boolean prolonged(Round round) {
        Instant now = clock.instant();
        return store.orders()
                .prolong(round.lease(), now, now.plus(OrderLease.LIFE))
                .isPresent();
    }

    private void rest(CertificateAuthority authority, OrderFailure failure) {
        Instant latest = clock.instant().plus(LONGEST_REST);
        failure.notBefore()
                .ifPresent(until -> store.orders().rest(authority.id(), until.isAfter(latest) ? latest : until));
    }
}
