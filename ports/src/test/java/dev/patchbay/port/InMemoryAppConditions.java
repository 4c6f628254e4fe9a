package dev.patchbay.port;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.AppCondition.Blocked;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.port.clientapp.AppConditions;

final class InMemoryAppConditions implements AppConditions {

    private final InMemoryState state;

    InMemoryAppConditions(InMemoryState state) {
        this.state = state;
    }

    @Override
    public AppCondition of(ClientAppId app) {
        return state.act(() -> state.conditions.getOrDefault(app, new AppCondition.Fine()));
    }

    @Override
    public void note(ClientAppId app, AppCondition condition) {
        state.run(() -> state.conditions.merge(app, condition, InMemoryAppConditions::merged));
    }

    private static AppCondition merged(AppCondition old, AppCondition now) {
        return old instanceof Blocked first && now instanceof Blocked again && first.cause() == again.cause()
                ? new Blocked(again.cause(), first.since(), again.retryAt())
                : now;
    }
}
