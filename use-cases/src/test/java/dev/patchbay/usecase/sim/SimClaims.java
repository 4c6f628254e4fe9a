package dev.patchbay.usecase.sim;

import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.Due;
import dev.patchbay.domain.connection.Held;
import dev.patchbay.domain.connection.Lease;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.connection.Unsettled;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.connection.Claims;
import dev.patchbay.port.connection.Connections;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** The claims of a store that is some way off. Between the look at somebody's claim and its take-over anything may happen. */
final class SimClaims implements Claims {
    private final Claims inner;
    private final Connections connections;
    private final SimStore store;
    private final Bookkeeping books;
    private final Runnable claimed;

    /** @param claimed is told that there may be something to recover from now on */
    SimClaims(Claims inner, Connections connections, SimStore store, Bookkeeping books, Runnable claimed) {
        this.inner = inner;
        this.connections = connections;
        this.store = store;
        this.books = books;
        this.claimed = claimed;
    }

    @Override
    public Optional<Lease> claim(
            ConnectionId id, long version, Claimant claimant, Predicate<Held> mayTakeOver, Instant now) {
        for (; ; ) {
            AtomicReference<Held> inTheWay = new AtomicReference<>();
            Optional<Lease> lease = claimIf(id, version, claimant, now, held -> {
                inTheWay.set(held);
                return false;
            });
            Held seen = inTheWay.get();
            if (lease.isPresent() || seen == null || !mayTakeOver.test(seen)) {
                return lease;
            }
            Optional<Lease> taken = claimIf(id, version, claimant, now, seen::equals);
            if (taken.isPresent()) {
                return taken;
            }
        }
    }

    private Optional<Lease> claimIf(
            ConnectionId id, long version, Claimant claimant, Instant now, Predicate<Held> condition) {
        return store.write(() -> {
            Optional<Lease> lease = inner.claim(id, version, claimant, condition, now);
            lease.ifPresent(granted -> books.claimed(claimant.holder(), granted));
            lease.ifPresent(granted -> claimed.run());
            return lease;
        });
    }

    @Override
    public List<Due> claimDue(ProviderId platform, Instant dueBy, Claimant claimant, int limit, Instant now) {
        return store.write(() -> {
            List<Due> due = inner.claimDue(platform, dueBy, claimant, limit, now);
            if (!due.isEmpty()) {
                due.forEach(one -> {
                    if (one instanceof Due.Claimed(var connection, var lease)) {
                        books.claimed(claimant.holder(), lease);
                    }
                });
                claimed.run();
            }
            return due;
        });
    }

    @Override
    public List<Unsettled> unsettled(int limit, Instant now) {
        return store.read(() -> inner.unsettled(limit, now));
    }

    @Override
    public void release(Lease lease) {
        boolean _ = store.write(() -> {
            inner.release(lease);
            return true;
        });
    }

    @Override
    public void putOff(Lease lease, Instant until) {
        boolean _ = store.write(() -> {
            inner.putOff(lease, until);
            return true;
        });
    }

    @Override
    public boolean stand(Lease lease, Standing standing, boolean outcomeKnown) {
        return store.write(() -> {
            claimed.run();
            return books.stood(inner.stand(lease, standing, outcomeKnown), connections, lease.connection());
        });
    }
}
