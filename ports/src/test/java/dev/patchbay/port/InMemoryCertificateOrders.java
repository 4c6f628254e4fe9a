package dev.patchbay.port;

import dev.patchbay.domain.certificate.AuthorityId;
import dev.patchbay.domain.certificate.CertificateId;
import dev.patchbay.domain.certificate.OrderHistory;
import dev.patchbay.domain.certificate.OrderLease;
import dev.patchbay.domain.connection.Held;
import dev.patchbay.port.InMemoryCertificateState.Ordering;
import dev.patchbay.port.certificate.CertificateOrders;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

final class InMemoryCertificateOrders implements CertificateOrders {

    private final InMemoryState state;

    InMemoryCertificateOrders(InMemoryState state) {
        this.state = state;
    }

    @Override
    public Optional<OrderLease> take(
            CertificateId id, String holder, Instant now, Instant until, Predicate<Held> mayTakeOver) {
        Ordering seen = state.look(() -> state.certificate.order(id));
        if (seen.held()
                .filter(held -> now.isBefore(held.until()) && !mayTakeOver.test(held))
                .isPresent()) {
            return Optional.empty();
        }
        return state.act(() -> {
            if (state.certificate.order(id).fence() != seen.fence()) {
                return Optional.empty();
            }
            put(id, new Ordering(seen.fence() + 1, Optional.of(new Held(holder, until)), seen.history()));
            return Optional.of(new OrderLease(id, seen.fence() + 1, until));
        });
    }

    @Override
    public Optional<OrderLease> prolong(OrderLease lease, Instant now, Instant until) {
        return state.act(() -> {
            if (!state.certificate.isHeld(lease, now)) {
                return Optional.empty();
            }
            Ordering order = state.certificate.order(lease.id());
            put(
                    lease.id(),
                    new Ordering(
                            order.fence(), order.held().map(held -> new Held(held.holder(), until)), order.history()));
            return Optional.of(new OrderLease(lease.id(), lease.fence(), until));
        });
    }

    @Override
    public void release(OrderLease lease) {
        state.run(() -> {
            Ordering order = state.certificate.order(lease.id());
            if (order.fence() == lease.fence()) {
                put(lease.id(), new Ordering(order.fence(), Optional.empty(), order.history()));
            }
        });
    }

    @Override
    public OrderHistory history(CertificateId id) {
        return state.act(() -> state.certificate.order(id).history());
    }

    @Override
    public boolean note(OrderLease lease, OrderHistory history, Instant now) {
        return state.act(() -> {
            Ordering order = state.certificate.order(lease.id());
            if (!state.certificate.isHeld(lease, now)) {
                return false;
            }
            put(lease.id(), new Ordering(order.fence(), order.held(), history));
            return true;
        });
    }

    @Override
    public void hurry(CertificateId id) {
        state.run(() -> {
            Ordering order = state.certificate.order(id);
            put(id, new Ordering(order.fence(), order.held(), order.history().hurried()));
        });
    }

    @Override
    public void rest(AuthorityId authority, Instant until) {
        state.run(() -> state.certificate.rests.merge(authority, until, (a, b) -> a.isAfter(b) ? a : b));
    }

    @Override
    public Optional<Instant> restsUntil(AuthorityId authority, Instant now) {
        return state.act(() ->
                Optional.ofNullable(state.certificate.rests.get(authority)).filter(now::isBefore));
    }

    private void put(CertificateId id, Ordering order) {
        state.certificate.orders.put(id, order);
    }
}
