package dev.patchbay.usecase.sim;

import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.connection.Presence;

/** Who is there, asked over the store as in real life. Whoever is paused is there. */
final class SimPresence implements Presence {
    private final Boot boot;
    private final Machines machines;
    private final SimStore store;

    SimPresence(Boot boot, Machines machines, SimStore store) {
        this.boot = boot;
        this.machines = machines;
        this.store = store;
    }

    @Override
    public String me() {
        return boot.id;
    }

    @Override
    public boolean isGone(String holder) {
        try {
            return store.read(() -> machines.isGone(holder));
        } catch (StoreUnavailable nobodyCanTell) {
            return false;
        }
    }
}
