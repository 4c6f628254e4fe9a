package dev.patchbay.port;

import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.clientapp.Pace;
import dev.patchbay.port.clientapp.Allowances;
import java.time.Instant;
import java.util.Optional;

final class InMemoryAllowances implements Allowances {

    private final InMemoryState state;

    InMemoryAllowances(InMemoryState state) {
        this.state = state;
    }

    @Override
    public Optional<Instant> take(ClientAppId app, int calls, Pace pace, Instant now) {
        if (calls < 1 || calls > pace.burst()) {
            throw new IllegalArgumentException("1 to a burst of calls are taken at once");
        }
        return state.act(() -> {
            Instant nextFree = state.nextFree.getOrDefault(app, now);
            Optional<Instant> next = pace.after(nextFree, calls, now);
            next.ifPresent(at -> state.nextFree.put(app, at));
            return next.isPresent() ? Optional.empty() : Optional.of(pace.possibleAt(nextFree, calls));
        });
    }
}
