package dev.patchbay.adapter.web.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.domain.clientapp.AppCondition;
import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.connection.Cause;
import dev.patchbay.domain.connection.Connection;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the client app behind a connection fares.
 *
 * @param kind {@code shared}, {@code own} or {@code seat} (another person's); {@code missing} when it is not there any more
 * @param condition {@code fine}, {@code blocked}, {@code cooling_down} or {@code doubted}; what is over is fine
 * @param retryAt when the app, or the first of the connections that wait with it, is tried again
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record AppResponse(
        String kind,
        String condition,
        @Nullable String cause,
        @Nullable String since,
        @Nullable String retryAt) {

    /** @param usable the app, if whoever has the connection may use it */
    static AppResponse of(Connection connection, AppCondition condition, Optional<ClientApp> usable, Instant now) {
        String kind = usable.map(app -> switch (app.kind()) {
                    case SHARED -> "shared";
                    case OWN -> app.id().owner().equals(Optional.of(connection.account())) ? "own" : "seat";
                })
                .orElse("missing");
        return switch (condition) {
            case AppCondition.Fine() -> fine(kind);
            case AppCondition.Blocked(var cause, var since, var retryAt) ->
                new AppResponse(kind, "blocked", cause.code(), Times.text(since), Times.text(retryAt));
            case AppCondition.CoolingDown(var cause, var since, var until) ->
                now.isBefore(until)
                        ? new AppResponse(kind, "cooling_down", cause.code(), Times.text(since), Times.text(until))
                        : fine(kind);
            case AppCondition.Doubted doubt ->
                doubt.isOver(now)
                        ? fine(kind)
                        : new AppResponse(
                                kind,
                                "doubted",
                                Cause.DEATHS_DOUBTED.code(),
                                Times.text(doubt.since()),
                                Times.text(doubt.retryAt()));
        };
    }

    private static AppResponse fine(String kind) {
        return new AppResponse(kind, "fine", null, null, null);
    }
}
