package dev.patchbay.port;

import dev.patchbay.domain.attempt.Handoff;
import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.port.attempt.Handoffs;
import java.time.Instant;
import java.util.Optional;

final class InMemoryHandoffs implements Handoffs {

    private final InMemoryState state;

    InMemoryHandoffs(InMemoryState state) {
        this.state = state;
    }

    @Override
    public void park(Handoff handoff) {
        state.run(() -> {
            if (!state.attempts.containsKey(handoff.attempt())) {
                throw new IllegalStateException("there is no such attempt");
            }
            if (state.handoffs.putIfAbsent(handoff.fingerprint(), handoff) != null) {
                throw new IllegalStateException("there is a handoff with that code already");
            }
        });
    }

    @Override
    public Optional<Handoff> take(Fingerprint code, Instant now) {
        return state.act(() -> {
            Handoff parked = state.handoffs.get(code);
            if (parked == null || !now.isBefore(parked.expiresAt())) {
                return Optional.empty();
            }
            state.handoffs.remove(code);
            return Optional.of(parked);
        });
    }
}
