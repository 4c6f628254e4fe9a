package dev.patchbay.usecase.sim;

import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.Due;
import dev.patchbay.domain.connection.Held;
import dev.patchbay.domain.connection.Lease;
import dev.patchbay.domain.connection.Standing;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.connection.Claims;
import dev.patchbay.usecase.WrappedClaims;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Claims as mutants see them; without a change they are as they were. */
class MutantClaims extends WrappedClaims {
    private final Map<ConnectionId, Instant> mine = new HashMap<>();

    MutantClaims(Claims inner) {
        super(inner);
    }

    /** Whether a claim may be taken over. */
    boolean mayTakeOver(Predicate<Held> protocol, Held held, Instant now) {
        return protocol.test(held);
    }

    /** How long a claim lasts. */
    Duration life(Duration protocol) {
        return protocol;
    }

    /** Whether the outcome of a call counts as known. */
    boolean isKnown(boolean protocol) {
        return protocol;
    }

    /** Whether this process has claimed that connection at some time and its claim has run out by now. */
    boolean hasRunOut(ConnectionId connection, Instant now) {
        Instant until = mine.remove(connection);
        return until != null && !now.isBefore(until);
    }

    @Override
    public Optional<Lease> claim(
            ConnectionId id, long version, Claimant claimant, Predicate<Held> mayTakeOver, Instant now) {
        Claimant changed = changed(claimant);
        Optional<Lease> lease = super.claim(id, version, changed, held -> mayTakeOver(mayTakeOver, held, now), now);
        lease.ifPresent(granted -> mine.put(id, now.plus(changed.life())));
        return lease;
    }

    @Override
    public List<Due> claimDue(ProviderId platform, Instant dueBy, Claimant claimant, int limit, Instant now) {
        Claimant changed = changed(claimant);
        List<Due> all = super.claimDue(platform, dueBy, changed, limit, now);
        for (Due due : all) {
            if (due instanceof Due.Claimed(var connection, var lease)) {
                mine.put(connection.id(), now.plus(changed.life()));
            }
        }
        return all;
    }

    private Claimant changed(Claimant claimant) {
        return new Claimant(claimant.holder(), life(claimant.life()));
    }

    @Override
    public boolean stand(Lease lease, Standing standing, boolean outcomeKnown) {
        return super.stand(lease, standing, isKnown(outcomeKnown));
    }
}
