package dev.patchbay.usecase.certificate;

import dev.patchbay.domain.certificate.CertificateId;
import dev.patchbay.domain.certificate.KeptCertificate;
import dev.patchbay.domain.certificate.OrderHistory;
import dev.patchbay.domain.certificate.OrderLease;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.certificate.CertificateOrders;
import dev.patchbay.port.certificate.ReachesItself;
import dev.patchbay.port.connection.Presence;
import dev.patchbay.port.vault.TokenVault;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Looks after the certificate: asks its authority when it had better be renewed, and has another one issued when it is due, when a name is
 * missing, or when there is none. Whatever goes wrong, the one that is there stays. Of any number of processes one orders. Safe
 * for many threads.
 */
public final class KeepCertificate {
    /** Processes with other names set would take turns at replacing one another's; they do so no more often than that. */
    private static final Duration OTHER_NAMES_AFTER = Duration.ofHours(1);

    private static final System.Logger LOG = System.getLogger(KeepCertificate.class.getName());

    private final CertificatePlan plan;
    private final CertificateStore store;
    private final AskAboutRenewal asking;
    private final OrderCertificate ordering;
    private final SelfCheck selfCheck;
    private final Presence presence;
    private final Clock clock;

    /** @param vault seals the private keys */
    public KeepCertificate(
            CertificatePlan plan,
            CertificateStore store,
            ReachesItself reachesItself,
            TokenVault vault,
            Presence presence,
            SecretSource random,
            Clock clock) {
        this.plan = plan;
        this.store = store;
        this.presence = presence;
        this.clock = clock;
        asking = new AskAboutRenewal(plan, store.certificates(), random, clock);
        ordering = new OrderCertificate(plan, store, vault, random, clock);
        selfCheck = new SelfCheck(store.challenges(), reachesItself, random, clock);
    }

    /**
     * Looks once; meant to be called about once a minute by each process. Takes minutes when there is something to order.
     *
     * @throws StoreUnavailable when the store does not answer; what was issued meanwhile is kept in memory for the next look
     */
    public Look look() {
        Optional<KeptCertificate> current = asking.upToDate(store.certificates().current(plan.id()));
        Instant now = clock.instant();
        if (!isNeeded(current, now)) {
            ordering.forgetUnsaved();
            return fine(current.orElseThrow());
        }
        Optional<Look.Waiting> waiting = waiting(orders().history(plan.id()), now);
        if (waiting.isPresent()) {
            return waiting.get();
        }
        Optional<OrderLease> lease = orders().take(
                        plan.id(),
                        presence.me(),
                        now,
                        now.plus(OrderLease.LIFE),
                        held -> presence.isGone(held.holder()));
        if (lease.isEmpty()) {
            return new Look.Elsewhere();
        }
        try {
            return told(underLease(lease.get()));
        } finally {
            giveBack(lease.get());
        }
    }

    /** Lets the next look try again, whatever failed before; no more than three tries an hour are made all the same. */
    public void hurry() {
        orders().hurry(plan.id());
    }

    /** Which certificate it is. */
    public CertificateId id() {
        return plan.id();
    }

    private Look underLease(OrderLease lease) {
        // Another process may just have been done with it.
        Optional<KeptCertificate> current = store.certificates().current(plan.id());
        OrderHistory history = orders().history(plan.id());
        Instant now = clock.instant();
        if (!isNeeded(current, now)) {
            return fine(current.orElseThrow());
        }
        Optional<Look.Waiting> waiting = waiting(history, now);
        if (waiting.isPresent()) {
            return waiting.get();
        }
        var order = new OrderCertificate.Round(lease, current, history);
        return ordering.unsaved(order)
                .or(() -> selfCheck.run(plan.names()).map(failure -> ordering.failed(order, failure)))
                .orElseGet(() -> ordering.order(order));
    }

    private boolean isNeeded(Optional<KeptCertificate> current, Instant now) {
        return current.isEmpty()
                || current.get().plan().isDue(now)
                || (!current.get().chain().covers(plan.names())
                        && !now.isBefore(current.get().obtainedAt().plus(OTHER_NAMES_AFTER)));
    }

    private Optional<Look.Waiting> waiting(OrderHistory history, Instant now) {
        if (ordering.hasUnsaved()) {
            return Optional.empty();
        }
        if (!history.mayTry(now)) {
            return Optional.of(new Look.Waiting(history.mayTryAt(), history.lastFailure()));
        }
        return ordering.allRestUntil(now).map(until -> new Look.Waiting(until, history.lastFailure()));
    }

    private static Look fine(KeptCertificate current) {
        return new Look.Fine(current.version(), current.plan().renewAt());
    }

    private Look told(Look look) {
        switch (look) {
            case Look.Renewed(long version, Instant notAfter) ->
                LOG.log(
                        Level.INFO,
                        "certificate version {0} for {1} is valid until {2}",
                        version,
                        plan.names(),
                        notAfter);
            case Look.Failed(var failure, Instant nextAt) ->
                LOG.log(
                        Level.WARNING,
                        "no new certificate for {0} ({1}): {2}; next try at {3}",
                        plan.names(),
                        failure.kind(),
                        failure.detail(),
                        nextAt);
            case Look.Fine _, Look.Waiting _, Look.Elsewhere _ -> {}
        }
        return look;
    }

    private void giveBack(OrderLease lease) {
        try {
            orders().release(lease);
        } catch (StoreUnavailable e) {
            // It runs out by itself.
            LOG.log(Level.DEBUG, "the lease of an order was not given back", e);
        }
    }

    private CertificateOrders orders() {
        return store.orders();
    }
}
