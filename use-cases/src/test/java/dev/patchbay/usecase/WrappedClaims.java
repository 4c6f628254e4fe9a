package dev.patchbay.usecase;

import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.Due;
import dev.patchbay.domain.connection.Held;
import dev.patchbay.domain.connection.Lease;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.connection.Unsettled;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.connection.Claims;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Passes everything on; a test overrides the one call in which something shall happen. */
public class WrappedClaims implements Claims {

    private final Claims inner;

    public WrappedClaims(Claims inner) {
        this.inner = inner;
    }

    @Override
    public Optional<Lease> claim(
            ConnectionId id, long version, Claimant claimant, Predicate<Held> mayTakeOver, Instant now) {
        return inner.claim(id, version, claimant, mayTakeOver, now);
    }

    @Override
    public List<Due> claimDue(ProviderId platform, Instant dueBy, Claimant claimant, int limit, Instant now) {
        return inner.claimDue(platform, dueBy, claimant, limit, now);
    }

    @Override
    public List<Unsettled> unsettled(int limit, Instant now) {
        return inner.unsettled(limit, now);
    }

    @Override
    public void release(Lease lease) {
        inner.release(lease);
    }

    @Override
    public void putOff(Lease lease, Instant until) {
        inner.putOff(lease, until);
    }

    @Override
    public boolean stand(Lease lease, Standing standing, boolean outcomeKnown) {
        return inner.stand(lease, standing, outcomeKnown);
    }
}
