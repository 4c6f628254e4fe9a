package dev.patchbay.usecase.sim;

import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.provider.Rotations;
import java.time.Instant;

/** Sightings of rotation in a store that is some way off. */
final class SimRotations implements Rotations {
    private final Rotations inner;
    private final SimStore store;

    SimRotations(Rotations inner, SimStore store) {
        this.inner = inner;
        this.store = store;
    }

    @Override
    public boolean wasSeen(ProviderId platform) {
        return store.read(() -> inner.wasSeen(platform));
    }

    @Override
    public void note(ProviderId platform, Instant seenAt) {
        boolean _ = store.write(() -> {
            inner.note(platform, seenAt);
            return true;
        });
    }
}
