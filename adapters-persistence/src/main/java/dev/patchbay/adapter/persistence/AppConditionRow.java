package dev.patchbay.adapter.persistence;

import dev.patchbay.adapter.persistence.Columns.Exact;
import dev.patchbay.adapter.persistence.Columns.ProviderName;
import dev.patchbay.adapter.persistence.Columns.Utc;
import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.provider.ProviderId;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

@MappedEntity("client_app")
record AppConditionRow(
        @ProviderName ProviderId provider,
        @Exact String clientId,
        State state,
        Cause cause,
        @Utc Instant since,
        @Utc Instant retryAt) {

    /** The names in the column {@code state}; an app without a row is fine. */
    enum State {
        BLOCKED,
        COOLING_DOWN,
        DOUBTED;

        AppCondition condition(Cause cause, Instant since, Instant retryAt) {
            return switch (this) {
                case BLOCKED -> new AppCondition.Blocked(cause, since, retryAt);
                case DOUBTED -> new AppCondition.Doubted(since, retryAt);
                case COOLING_DOWN -> new AppCondition.CoolingDown(cause, since, retryAt);
            };
        }
    }

    static AppConditionRow of(ClientAppId app, AppCondition.Blocked blocked) {
        return new AppConditionRow(
                app.provider(), app.name(), State.BLOCKED, blocked.cause(), blocked.since(), blocked.retryAt());
    }

    static AppConditionRow of(ClientAppId app, AppCondition.CoolingDown cooling) {
        return new AppConditionRow(
                app.provider(), app.name(), State.COOLING_DOWN, cooling.cause(), cooling.since(), cooling.until());
    }

    static AppConditionRow of(ClientAppId app, AppCondition.Doubted doubt) {
        return new AppConditionRow(
                app.provider(), app.name(), State.DOUBTED, Cause.DEATHS_DOUBTED, doubt.since(), doubt.retryAt());
    }
}
