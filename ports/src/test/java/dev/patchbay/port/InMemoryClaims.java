package dev.patchbay.port;

import static java.util.Comparator.comparing;

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
import java.util.function.UnaryOperator;

final class InMemoryClaims implements Claims {

    private static final int MOST = 500;

    private final InMemoryState state;

    InMemoryClaims(InMemoryState state) {
        this.state = state;
    }

    @Override
    public Optional<Lease> claim(
            ConnectionId id, long version, Claimant claimant, Predicate<Held> mayTakeOver, Instant now) {
        while (true) {
            Optional<Shelved> row = state.look(() -> Optional.ofNullable(state.connections.get(id)))
                    .filter(found -> found.connection().version() == version)
                    .filter(found -> mayBeRenewed(found.connection().standing()))
                    .filter(found -> found.held().isEmpty()
                            || mayTakeOver.test(found.held().get()));
            if (row.isEmpty()) {
                return state.act(Optional::empty);
            }
            Shelved seen = row.get();
            // Every write makes a new row, so the same row means that nothing happened in between.
            Optional<Lease> lease = state.act(() ->
                    state.connections.get(id) == seen ? Optional.of(claimed(seen, claimant, now)) : Optional.empty());
            if (lease.isPresent()) {
                return lease;
            }
        }
    }

    @Override
    public List<Due> claimDue(ProviderId platform, Instant dueBy, Claimant claimant, int limit, Instant now) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("the limit is 1 to " + MOST);
        }
        return state.act(() -> state.connections.values().stream()
                .filter(row -> row.connection().platform().equals(platform))
                .filter(row -> row.held().isEmpty() && row.isDue(dueBy))
                .sorted(comparing(row -> row.dueAt().orElseThrow()))
                .limit(limit)
                .map(row -> due(row, claimant, now))
                .toList());
    }

    private Due due(Shelved row, Claimant claimant, Instant now) {
        return row.fit()
                ? new Due.Claimed(row.connection(), claimed(row, claimant, now))
                : new Due.Unfit(row.connection().id(), row.connection().version());
    }

    private Lease claimed(Shelved row, Claimant claimant, Instant now) {
        Shelved claimed = row.claimed(new Held(claimant.holder(), now.plus(claimant.life())), now);
        ConnectionId id = row.connection().id();
        state.connections.put(id, claimed);
        return new Lease(
                id, row.connection().version(), claimed.fence(), row.askedAt().isPresent());
    }

    @Override
    public List<Unsettled> unsettled(int limit, Instant now) {
        return state.act(() -> state.connections.values().stream()
                .filter(row -> row.askedAt().isPresent())
                .filter(row -> row.held().isPresent() || row.isDue(now))
                .sorted(comparing(row -> row.askedAt().orElseThrow()))
                .limit(limit)
                .map(row ->
                        new Unsettled(row.connection().id(), row.connection().platform(), row.held()))
                .toList());
    }

    @Override
    public void release(Lease lease) {
        ifHeld(lease, row -> row.released(lease.inDoubt()));
    }

    @Override
    public void putOff(Lease lease, Instant until) {
        ifHeld(lease, row -> row.putOff(lease.inDoubt(), until));
    }

    @Override
    public boolean stand(Lease lease, Standing standing, boolean outcomeKnown) {
        return ifHeld(lease, row -> row.standing(standing, outcomeKnown));
    }

    private static boolean mayBeRenewed(Standing standing) {
        return switch (standing) {
            case Standing.Active _, Standing.Waiting _ -> true;
            case Standing.NeedsReconnect _, Standing.Quarantined _, Standing.Restored _ -> false;
        };
    }

    private boolean ifHeld(Lease lease, UnaryOperator<Shelved> change) {
        return state.act(() -> {
            Shelved row = state.connections.get(lease.connection());
            boolean held = row != null
                    && row.held().isPresent()
                    && row.fence() == lease.fence()
                    && row.connection().version() == lease.version();
            if (held) {
                state.connections.put(lease.connection(), change.apply(row));
            }
            return held;
        });
    }
}
