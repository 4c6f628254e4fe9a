package dev.patchbay.adapter.web.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.adapter.web.message.AppTrouble;
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
        AppTrouble trouble = AppTrouble.of(condition, now);
        return new AppResponse(
                kind,
                trouble.state(),
                trouble.cause().map(Cause::code).orElse(null),
                Times.text(trouble.since()),
                Times.text(trouble.retryAt()));
    }
}
