package dev.patchbay.port;

import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.provider.Rotations;
import java.time.Instant;

final class InMemoryRotations implements Rotations {

    private final InMemoryState state;

    InMemoryRotations(InMemoryState state) {
        this.state = state;
    }

    @Override
    public boolean wasSeen(ProviderId platform) {
        return state.act(() -> state.rotations.containsKey(platform));
    }

    @Override
    public void note(ProviderId platform, Instant seenAt) {
        state.run(() -> state.rotations.putIfAbsent(platform, seenAt));
    }
}
