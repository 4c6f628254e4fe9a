package dev.patchbay.port;

import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.AppCondition.Blocked;
import dev.patchbay.domain.clientapp.AppCondition.Doubted;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.port.clientapp.AppConditions;
import java.time.Instant;

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
    public boolean note(ClientAppId app, AppCondition condition) {
        return state.act(() -> {
            if (condition instanceof AppCondition.Fine) {
                return state.conditions.remove(app) != null;
            }
            AppCondition old = state.conditions.get(app);
            boolean lasts = old != null && lasts(old, condition);
            state.conditions.put(app, lasts ? merged(old, condition) : condition);
            return !lasts;
        });
    }

    @Override
    public boolean takeTry(ClientAppId app, Instant retryAt, Instant next) {
        if (!next.isAfter(retryAt)) {
            throw new IllegalArgumentException("the next try is later than this one");
        }
        return state.act(() -> {
            AppCondition moved =
                    switch (state.conditions.getOrDefault(app, new AppCondition.Fine())) {
                        case Blocked(Cause cause, Instant since, Instant at)
                        when at.equals(retryAt) -> new Blocked(cause, since, next);
                        case Doubted(Instant since, Instant at) when at.equals(retryAt) -> new Doubted(since, next);
                        case Blocked _, Doubted _, AppCondition.Fine _, AppCondition.CoolingDown _ -> null;
                    };
            if (moved != null) {
                state.conditions.put(app, moved);
            }
            return moved != null;
        });
    }

    private static boolean lasts(AppCondition old, AppCondition now) {
        return switch (now) {
            case Blocked again -> old instanceof Blocked first && first.cause() == again.cause();
            case Doubted again -> old instanceof Doubted first && !first.isOver(again.since());
            case AppCondition.Fine _, AppCondition.CoolingDown _ -> false;
        };
    }

    private static AppCondition merged(AppCondition old, AppCondition now) {
        if (old instanceof Blocked first && now instanceof Blocked again) {
            return new Blocked(again.cause(), first.since(), again.retryAt());
        }
        return old instanceof Doubted first && now instanceof Doubted again
                ? new Doubted(first.since(), again.retryAt())
                : now;
    }
}
