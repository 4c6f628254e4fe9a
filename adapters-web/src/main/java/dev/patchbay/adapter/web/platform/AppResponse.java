package dev.patchbay.adapter.web.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.clientapp.ClientAppId;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the client app behind a connection fares.
 *
 * @param kind {@code shared} or {@code own}; {@code missing} when it is not configured any more
 * @param condition {@code fine}, {@code blocked} or {@code cooling_down}
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record AppResponse(
        String kind,
        String condition,
        @Nullable String cause,
        @Nullable String since,
        @Nullable String retryAt) {

    static AppResponse of(ClientAppId app, AppCondition condition, Optional<ClientApp> configured) {
        String kind = configured
                .filter(candidate -> candidate.id().equals(app))
                .map(candidate -> candidate.kind().name().toLowerCase(Locale.ROOT))
                .orElse("missing");
        return switch (condition) {
            case AppCondition.Fine() -> new AppResponse(kind, "fine", null, null, null);
            case AppCondition.Blocked(var cause, var since, var retryAt) ->
                new AppResponse(kind, "blocked", cause.code(), Times.text(since), Times.text(retryAt));
            case AppCondition.CoolingDown(var cause, var since, var until) ->
                new AppResponse(kind, "cooling_down", cause.code(), Times.text(since), Times.text(until));
        };
    }
}
