package dev.patchbay.usecase.sim;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.port.clientapp.AppConditions;
import java.time.Instant;

/** The apps' conditions in a store that is some way off. */
final class SimAppConditions implements AppConditions {
    private final AppConditions inner;
    private final SimStore store;
    private final Weather weather;

    SimAppConditions(AppConditions inner, SimStore store, Weather weather) {
        this.weather = weather;
        this.inner = inner;
        this.store = store;
    }

    @Override
    public AppCondition of(ClientAppId app) {
        return store.read(() -> inner.of(app));
    }

    @Override
    public boolean note(ClientAppId app, AppCondition condition) {
        return store.write(() -> inner.note(app, condition));
    }

    @Override
    public boolean takeTry(ClientAppId app, Instant retryAt, Instant next) {
        boolean mine = store.write(() -> inner.takeTry(app, retryAt, next));
        if (!mine) {
            // Whoever has it says for all of them whether the app is well.
            weather.work(KernelClock.micros(retryAt), KernelClock.micros(next));
        }
        return mine;
    }
}
