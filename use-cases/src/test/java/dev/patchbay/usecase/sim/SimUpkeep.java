package dev.patchbay.usecase.sim;

import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.connection.Upkeep;
import java.time.Instant;
import java.util.List;

/** Upkeep in a store that is some way off. */
final class SimUpkeep implements Upkeep {
    private final Upkeep inner;
    private final SimStore store;

    SimUpkeep(Upkeep inner, SimStore store) {
        this.inner = inner;
        this.store = store;
    }

    @Override
    public List<Summary> summaries(Instant now) {
        return store.read(() -> inner.summaries(now));
    }

    @Override
    public boolean quarantine(ConnectionId id, long version, Cause cause, Instant now) {
        return store.write(() -> inner.quarantine(id, version, cause, now));
    }

    @Override
    public int revive(ProviderId platform, Instant diedSince, Instant now) {
        return store.write(() -> inner.revive(platform, diedSince, now));
    }

    @Override
    public int forgetDead(Instant endedBefore) {
        return store.write(() -> inner.forgetDead(endedBefore));
    }
}
