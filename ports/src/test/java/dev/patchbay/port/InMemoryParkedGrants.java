package dev.patchbay.port;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.connection.ParkedGrant;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.InMemoryState.Parking;
import dev.patchbay.port.connection.ParkedGrants;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class InMemoryParkedGrants implements ParkedGrants {

    private static final int BATCH = 100;

    private final InMemoryState state;

    InMemoryParkedGrants(InMemoryState state) {
        this.state = state;
    }

    @Override
    public Optional<ParkedGrant> park(ParkedGrant grant) {
        return state.act(() -> {
            state.requireAccount(grant.account());
            return Optional.ofNullable(state.parked.put(new Parking(grant.account(), grant.platform()), grant));
        });
    }

    @Override
    public Optional<ParkedGrant> find(AccountId account, ProviderId platform, Instant now) {
        return state.act(() -> Optional.ofNullable(state.parked.get(new Parking(account, platform)))
                .filter(grant -> now.isBefore(grant.expiresAt())));
    }

    @Override
    public boolean take(ParkedGrant grant) {
        Parking place = new Parking(grant.account(), grant.platform());
        return state.act(() -> {
            ParkedGrant there = state.parked.get(place);
            boolean same = there != null && there.id().equals(grant.id());
            if (same) {
                state.parked.remove(place);
            }
            return same;
        });
    }

    @Override
    public List<ParkedGrant> expired(Instant now) {
        return state.act(() -> state.parked.values().stream()
                .filter(grant -> !now.isBefore(grant.expiresAt()))
                .limit(BATCH)
                .toList());
    }
}
