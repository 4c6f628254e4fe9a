package dev.patchbay.usecase.sim;

import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.clientapp.Pace;
import dev.patchbay.port.clientapp.Allowances;
import java.time.Instant;
import java.util.Optional;

/** The apps' allowances in a store that is some way off. */
final class SimAllowances implements Allowances {
    private final Allowances inner;
    private final SimStore store;

    SimAllowances(Allowances inner, SimStore store) {
        this.inner = inner;
        this.store = store;
    }

    @Override
    public Optional<Instant> take(ClientAppId app, int calls, Pace pace, Instant now) {
        return store.write(() -> inner.take(app, calls, pace, now));
    }
}
