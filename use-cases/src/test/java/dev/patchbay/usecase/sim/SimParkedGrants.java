package dev.patchbay.usecase.sim;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.connection.ParkedGrant;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.connection.ParkedGrants;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Parked grants in a store that is some way off. */
final class SimParkedGrants implements ParkedGrants {
    private final ParkedGrants inner;
    private final SimStore store;

    SimParkedGrants(ParkedGrants inner, SimStore store) {
        this.inner = inner;
        this.store = store;
    }

    @Override
    public Optional<ParkedGrant> park(ParkedGrant grant) {
        return store.write(() -> inner.park(grant));
    }

    @Override
    public Optional<ParkedGrant> find(AccountId account, ProviderId platform, Instant now) {
        return store.read(() -> inner.find(account, platform, now));
    }

    @Override
    public boolean take(ParkedGrant grant) {
        return store.write(() -> inner.take(grant));
    }

    @Override
    public List<ParkedGrant> expired(Instant now) {
        return store.read(() -> inner.expired(now));
    }
}
